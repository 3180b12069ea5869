import { z } from 'zod';
import { defineTask, ok } from '../../../core/index.ts';

/** Holds its thread for good where it is asked to, without ever awaiting anything. */
export const spin = defineTask({
  id: 'faults.spin',
  kind: 'transactional',
  input: z.object({ forEver: z.boolean() }),
  output: z.object({ isDone: z.boolean() }),
  face: { icon: 'loop', group: 'faults' },
  run: async (calls) => {
    while (calls.some(({ input }) => input.forEver));
    return calls.map(() => ok({ isDone: true }));
  },
});
