import type { ModdleWarning } from 'bpmn-moddle';
import type { Findings } from './problem.ts';

/** Turns what the reader remarked into our own problems: nothing it dropped goes unreported. */
export const translateWarning = (warning: ModdleWarning, findings: Findings): void => {
  const { message, element } = warning;
  const reason = warning.error?.message ?? message;
  const line = Number(/line: (\d+)/.exec(message)?.[1] ?? 0) + 1;
  const tag = /unparsable content <([^ >]+)/.exec(message)?.[1] ?? '';
  const quoted = /<([^>]*)>/.exec(reason)?.[1] ?? '';
  if (reason.startsWith('unresolved reference')) return unresolved(warning, findings);
  if (reason.startsWith('duplicate ID')) return findings.add('id-duplicate', quoted, { line });
  if (reason.startsWith('illegal ID')) return findings.add('id-invalid', quoted, { line });
  if (reason.startsWith('unknown attribute'))
    return findings.add('attribute-unknown', element ?? null, { attribute: quoted });
  if (reason.startsWith('unsupported document encoding'))
    return findings.add('xml-encoding', null, { encoding: quoted });
  if (/^(unrecognized element|unknown type|unexpected element)/.test(reason)) {
    const isFault = /^(bpmn|relata):/.test(quoted) || !quoted.includes(':');
    return findings.add(isFault ? 'element-unknown' : 'content-ignored', null, {
      tag: tag || quoted,
      line,
      where: line,
    });
  }
  if (reason.startsWith('unexpected body text'))
    return findings.add('content-ignored', null, { tag: quoted.slice(0, 60), where: line });
  findings.add('xml-malformed', null, { line, detail: reason.split('\n')[0]! });
};

const unresolved = (warning: ModdleWarning, findings: Findings): void => {
  const { element, value = '' } = warning;
  const property = warning.property?.replace(/^.*:/, '') ?? '';
  const type = element?.$type ?? '';
  if (type.startsWith('bpmndi:'))
    return findings.add('diagram-reference-unknown', element ?? null, { value });
  // What comes in and goes out is read off the sequence flows; these lists only repeat it.
  if (property === 'incoming' || property === 'outgoing')
    return findings.add('content-ignored', element ?? null, { tag: property, where: element?.id ?? '' });
  if (property === 'default' && /\S\s+\S/.test(value))
    return findings.add('default-many', element ?? null, { value });
  findings.add('reference-unknown', element ?? null, { property, value });
};
