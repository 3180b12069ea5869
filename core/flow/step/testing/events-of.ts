import type { EventDefinition } from '../../graph/index.ts';

export const message: EventDefinition = { kind: 'message', name: 'm' };
export const signal: EventDefinition = { kind: 'signal', name: 's' };
export const escalation: EventDefinition = { kind: 'escalation', code: 'late' };

/** What a random event waits for or throws. */
export const eventsOf = (of: string): EventDefinition[] => {
  if (of === 'timer') return [{ kind: 'timer', timer: { type: 'duration', text: 'PT1H' } }];
  if (of === 'signal') return [signal];
  if (of === 'escalation') return [escalation];
  if (of === 'condition') return [{ kind: 'conditional', condition: 'choice > 100' }];
  if (of === 'several') return [message, escalation, signal];
  return of === 'message' ? [message] : [message, signal];
};
