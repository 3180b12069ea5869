import type { EventDefinition, FlowNode } from './types.ts';

/** All that an event reacts to or throws: one definition, several, or none. */
export const definitionsIn = ({ event, events }: FlowNode): readonly EventDefinition[] =>
  events ?? (event === undefined ? [] : [event]);
