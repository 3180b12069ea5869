import type { EventDefinition, FlowNode } from './types.ts';

/** All that an event reacts to or throws: one definition, several, or none. */
export const definitionsIn = ({ event, events }: FlowNode): readonly EventDefinition[] =>
  events ?? (event === undefined ? [] : [event]);

/** Whether the event catches exactly this code; null is one for all codes. */
export const catches = (node: FlowNode, kind: 'error' | 'escalation', code: string | null): boolean =>
  definitionsIn(node).some((event) => event.kind === kind && event.code === code);

/** Its definition of this kind, where it has one. */
export const definitionOf = <Kind extends EventDefinition['kind']>(
  node: FlowNode,
  kind: Kind,
): Extract<EventDefinition, { kind: Kind }> | undefined =>
  definitionsIn(node).find((event): event is Extract<EventDefinition, { kind: Kind }> => event.kind === kind);
