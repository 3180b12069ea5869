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

/** The definition of this kind on an event; undefined on everything else. */
export const eventDefinition = (element: ModdleElement, kind: EventKind): ModdleElement | undefined =>
  isA(element, 'bpmn:Event')
    ? childrenOf(element, 'eventDefinitions').find((definition) => definition.$type === eventKinds[kind])
    : undefined;
