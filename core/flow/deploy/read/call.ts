import type { CallDefinition } from '../../graph/index.ts';
import type { Reading } from '../reading.ts';
import { extensions, flag, text } from '../source.ts';
import type { Source } from '../source.ts';
import { readMapping } from './mapping.ts';

/** Which flow is called, in which version, with what data in and out. */
export const readCall = (reading: Reading, source: Source): CallDefinition | undefined => {
  const flow = flowOf(source);
  if (flow === undefined) return reading.findings.add('call-missing', source);
  const { in: given, out } = readMapping(source) ?? { in: [], out: [] };
  const businessKey = text(source, 'businessKey');
  return {
    flow,
    ...readBinding(reading, source),
    in: given,
    out,
    ...(hasAll(source, 'In') ? { hasAllIn: true } : {}),
    ...(hasAll(source, 'Out') ? { hasAllOut: true } : {}),
    ...(businessKey === undefined ? {} : { businessKey }),
  };
};

/** `relata:flow` is JSONata and goes before the standard's fixed name, whose prefix says nothing here. */
const flowOf = (source: Source): CallDefinition['flow'] | undefined => {
  const expression = text(source, 'flow');
  if (expression !== undefined) return { expression };
  const key = text(source, 'calledElement')?.replace(/^.*:/, '');
  return key ? { key } : undefined;
};

const readBinding = ({ findings }: Reading, source: Source): Pick<CallDefinition, 'binding' | 'version'> => {
  const version = text(source, 'version');
  const binding = text(source, 'binding') ?? (version === undefined ? 'latest' : 'version');
  if (binding === 'version') {
    if (/^[1-9]\d{0,8}$/.test(version ?? '')) return { binding, version: Number(version) };
    findings.add('attribute-invalid', source, {
      attribute: 'relata:version',
      value: version ?? '',
      wanted: '3',
    });
  } else if (binding !== 'latest' && binding !== 'deployment')
    findings.add('attribute-invalid', source, {
      attribute: 'relata:binding',
      value: binding,
      wanted: 'latest, deployment, version',
    });
  return { binding: binding === 'deployment' ? 'deployment' : 'latest' };
};

const hasAll = (source: Source, type: string): boolean =>
  extensions(source, type).some((each) => flag(each, 'all') === true);
