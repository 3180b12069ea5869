import { z } from 'zod';
import { defineTask, ok } from '../../../core/index.ts';

/** As little work as a call can be: what remains is what the engine does for it. */
export const count = defineTask({
  id: 'bench.count',
  kind: 'transactional',
  input: z.object({ n: z.number() }),
  output: z.object({ next: z.number() }),
  face: { icon: 'hash', group: 'bench' },
  run: async (calls) => calls.map((call) => ok({ next: call.input.n + 1 })),
});
