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
  const target = 'key' in flow ? reading.file.byId.get(flow.key) : undefined;
  if (target !== undefined && !isCallable(target))
    reading.findings.add('reference-wrong', source, { property: 'calledElement', value: target.id ?? '' });
  // A task that says nothing of data works on that of its caller, as it would in its place.
  const isPlain = target?.$type.startsWith('bpmn:Global') === true && !hasMappings(source);
  const businessKey = text(source, 'businessKey');
  return {
    flow,
    ...readBinding(reading, source),
    in: given,
    out,
    ...(isPlain || hasAll(source, 'In') ? { hasAllIn: true } : {}),
    ...(isPlain || hasAll(source, 'Out') ? { hasAllOut: true } : {}),
    ...(businessKey === undefined ? {} : { businessKey }),
  };
};

/** `relata:flow` is JSONata and goes before the standard's fixed name, whose prefix says nothing here. */
const flowOf = (source: Source): CallDefinition['flow'] | undefined => {
  const expression = text(source, 'flow');
  if (expression !== undefined) return { expression };
  const key = calledElement(source);
  return key ? { key } : undefined;
};

/** The fixed name without its prefix. */
export const calledElement = (source: Source): string | undefined =>
  text(source, 'calledElement')?.replace(/^.*:/, '');

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

const isCallable = (source: Source): boolean => /^bpmn:(Process|Global\w*Task)$/.test(source.$type);

const hasMappings = (source: Source): boolean =>
  extensions(source, 'In').length + extensions(source, 'Out').length > 0;

const hasAll = (source: Source, type: string): boolean =>
  extensions(source, type).some((each) => flag(each, 'all') === true);
