import type { LoopDefinition } from '../../graph/index.ts';
import { escalation, message, signal } from './events-of.ts';
import type { Repetition } from './random-model.ts';

/** How often an activity of a random model repeats; what is chosen takes some off. */
export const loopOf = (
  { kind, times, enough, behavior = 'all' }: Repetition,
  choice: string,
): LoopDefinition => {
  if (kind === 'loop')
    return {
      kind: 'standard',
      testBefore: times % 2 === 0,
      maximum: times,
      condition: `(${choice} + loopCounter) % 3 != 0`,
    };
  return {
    kind: 'multi',
    isSequential: kind === 'one after the other',
    behavior,
    oneEvent: escalation,
    noneEvent: message,
    complex: [{ condition: 'numberOfCompletedInstances = 2', event: signal }],
    cardinality: `${times} - ${choice} % 2 > 0 ? ${times} - ${choice} % 2 : 0`,
    completionCondition: enough === null ? undefined : `numberOfCompletedInstances >= ${enough}`,
    outputCollection: 'collected',
    outputElement: 'loopCounter',
  };
};
