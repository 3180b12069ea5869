import { z } from 'zod';
import { defineTask, ok } from '../../../core/index.ts';

const hangs = (): boolean => process.env['FAULTS_HANG'] !== undefined;

/** Never ends where `FAULTS_HANG` is set, whatever signal it is given: it waits, or holds its thread in a loop. */
export const hang = defineTask({
  id: 'faults.hang',
  kind: 'external',
  input: z.object({ inLoop: z.boolean() }),
  output: z.object({ isDone: z.boolean() }),
  face: { icon: 'loop', group: 'faults' },
  run: async (calls) => {
    if (hangs() && !calls.some(({ input }) => input.inLoop)) await new Promise(() => {});
    while (hangs());
    return calls.map(() => ok({ isDone: true }));
  },
});
