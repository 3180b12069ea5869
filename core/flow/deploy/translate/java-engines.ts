/** What Camunda 7, Operaton and Flowable have in common: they come from one engine. */
import { isJuel, juelToJsonata } from './juel.ts';
import type { Source } from '../source.ts';
import { attributeOf, shown } from './place.ts';
import type { Foreign, Place } from './place.ts';
import type { Outcome, Tool } from './tool.ts';

/** Each step is durable before the next begins, so nothing needs to be told apart. */
const needless = (): Outcome => '';

const assignment =
  (part: string, kind: 'value' | 'list' | 'date') =>
  (place: Place, text: string): Outcome =>
    place.part('Assignment', part, kind === 'list' ? place.list(text) : dateOr(place, text, kind));

/** A date or duration stands as it is, and what is an expression as that. */
const dateOr = (place: Place, text: string, kind: 'value' | 'date'): string | null =>
  kind === 'date' && !isJuel(text) ? text : place.value(text);

export const sharedAttributes: Tool['attributes'] = {
  async: needless,
  asyncBefore: needless,
  asyncAfter: needless,
  exclusive: needless,
  jobPriority: needless,
  assignee: assignment('assignee', 'value'),
  candidateUsers: assignment('candidateUsers', 'list'),
  candidateGroups: assignment('candidateRoles', 'list'),
  dueDate: assignment('due', 'date'),
  followUpDate: assignment('followUp', 'date'),
  priority: (place, text) => place.part('Assignment', 'priority', isJuel(text) ? place.value(text) : text),
  resultVariable: (place, name) =>
    place.isA('ScriptTask') ? place.attribute('resultVariable', name) : output(place, name),
  resultVariableName: (place, name) => output(place, name),
  calledElementBinding: (place, binding) =>
    /^(latest|deployment|version)$/.test(binding) ? place.attribute('binding', binding) : null,
  calledElementVersion: (place, version) =>
    /^\d+$/.test(version) ? place.attribute('version', version) : null,
  collection: (place, text) => place.attribute('collection', place.variable(text)),
  elementVariable: (place, name) => place.attribute('elementVariable', name),
  errorCodeVariable: (place, name) => place.attribute('codeVariable', name),
  errorMessageVariable: (place, name) => place.attribute('messageVariable', name),
  escalationCodeVariable: (place, name) => place.attribute('codeVariable', name),
  decisionRef: (place, ref) => (isJuel(ref) ? null : place.part('Decision', 'ref', ref)),
  decisionRefBinding: (place, binding) =>
    binding === 'version'
      ? ''
      : /^(latest|deployment)$/.test(binding)
        ? place.part('Decision', 'version', binding)
        : null,
  decisionRefVersion: (place, version) =>
    /^\d+$/.test(version) ? place.part('Decision', 'version', version) : null,
  // What another program does is a task type here as well.
  type: (place, kind) => (kind === 'external' && place.takes('Task') ? '' : null),
  topic: (place, topic) => (isJuel(topic) ? null : place.part('Task', 'type', topic)),
};

const output = (place: Place, variable: string): string | null =>
  decisionOf(place) === undefined
    ? place.addTo('Task', 'outputs', ['Output', { variable }])
    : place.part('Decision', 'result', variable);

/** The decision that a business rule task asks, in whichever of these tools' prefixes. */
const decisionOf = ({ element }: Place): string | undefined =>
  Object.entries((element as Source & { $attrs?: Record<string, string> }).$attrs ?? {}).find(([name]) =>
    name.endsWith(':decisionRef'),
  )?.[1];

export const sharedExtensions: Tool['extensions'] = {
  in: (place, foreign) => mapping(place, 'In', foreign),
  out: (place, foreign) => mapping(place, 'Out', foreign),
  failedJobRetryTimeCycle: (place, foreign) => retry(place, foreign.$body ?? ''),
};

const mapping = (place: Place, type: 'In' | 'Out', foreign: Foreign): Outcome => {
  const key = attributeOf(foreign, 'businessKey');
  if (key !== undefined)
    // Our own call passes the key on by itself.
    return /processBusinessKey|getProcessBusinessKey/.test(key)
      ? ''
      : place.attribute('businessKey', place.value(key));
  if (attributeOf(foreign, 'variables') === 'all') return added(place, type, { all: true });
  const text = attributeOf(foreign, 'sourceExpression');
  const source = text === undefined ? attributeOf(foreign, 'source') : place.value(text);
  const target = attributeOf(foreign, 'target');
  if (!source) return null;
  if (type === 'In' && place.isA('SignalEventDefinition'))
    return added(place, 'Payload', { name: target ?? source, value: source });
  return added(place, type, { source, target: target ?? source });
};

const added = (place: Place, type: string, attributes: Record<string, unknown>): string | null => {
  if (!place.takes(type)) return null;
  place.add(type, attributes);
  return `relata:${type.toLowerCase()} ${shown(attributes)}`;
};

/** `R5/PT1M` is five times, a minute apart; a list of waits has no counterpart. */
const retry = (place: Place, text: string): Outcome => {
  const [, times, backoff] = /^R(\d+)\/(P\w+)$/.exec(text.trim()) ?? [];
  if (times === undefined || !place.isA('ServiceTask', 'SendTask', 'BusinessRuleTask')) return null;
  place.add('Retry', { times, backoff });
  return `relata:retry ${shown({ times, backoff })}`;
};

export const readJuel: Tool['read'] = (text) => (isJuel(text) ? juelToJsonata(text) : undefined);
