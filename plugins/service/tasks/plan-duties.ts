import { z } from 'zod';
import { defineTask, ok } from '../../../core/index.ts';
import { planRota, type Planned } from '../models/duty/plan-rota.ts';

const mostRotas = 200;

/** Lays out the next weeks of every rota that is on, and takes off what those that are off had still to come. */
export const planDuties = defineTask({
  id: 'service.plan-duties',
  kind: 'transactional',
  input: z.object({}),
  output: z.object({ planned: z.number().int(), open: z.number().int() }),
  face: { icon: 'refresh-cw', group: 'service' },
  async run(calls, { records, plugin, tx }) {
    // Two who plan at once would plan the same twice.
    await tx`select pg_advisory_xact_lock(hashtextextended('service.plan-duties', 0))`;
    const sum: Planned = { planned: 0, open: 0 };
    for (const rota of await records.find('duty-rota', {}, { sort: ['createdAt'], limit: mostRotas })) {
      const { planned, open } = await planRota(plugin, { rota, tx });
      sum.planned += planned;
      sum.open += open;
    }
    return calls.map(() => ok(sum));
  },
});
