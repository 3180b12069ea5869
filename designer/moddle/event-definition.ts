import { childrenOf, isA, type ModdleElement } from './moddle-element.ts';

export const eventKinds = {
  timer: 'bpmn:TimerEventDefinition',
  message: 'bpmn:MessageEventDefinition',
  signal: 'bpmn:SignalEventDefinition',
  condition: 'bpmn:ConditionalEventDefinition',
  error: 'bpmn:ErrorEventDefinition',
  escalation: 'bpmn:EscalationEventDefinition',
  compensation: 'bpmn:CompensateEventDefinition',
  cancel: 'bpmn:CancelEventDefinition',
  link: 'bpmn:LinkEventDefinition',
  terminate: 'bpmn:TerminateEventDefinition',
} as const;
export type EventKind = keyof typeof eventKinds;

/** The first definition of this kind on an event; undefined on everything else. */
export const eventDefinition = (element: ModdleElement, kind: EventKind): ModdleElement | undefined =>
  eventDefinitions(element, kind)[0];

/** All of this kind: an event may wait for several things. */
export const eventDefinitions = (element: ModdleElement, kind: EventKind): ModdleElement[] =>
  isA(element, 'bpmn:Event')
    ? childrenOf(element, 'eventDefinitions').filter((definition) => definition.$type === eventKinds[kind])
    : [];

/** The kind of a definition; undefined where it is one that the designer does not know. */
export const kindOf = ({ $type }: ModdleElement): EventKind | undefined =>
  // The keys of the table are the kinds.
  (Object.keys(eventKinds) as EventKind[]).find((kind) => eventKinds[kind] === $type);
