import { z } from 'zod';
import { defineTask, ok, recordId } from '../../../core/index.ts';

const atOnce = 500;

/** Takes what a plan still has on the calendar off it, some hundred days at a time. */
export const takeOffCare = defineTask({
  id: 'service.take-off-care',
  kind: 'transactional',
  input: z.object({ plan: recordId('care-plan') }),
  output: z.object({ isAll: z.boolean() }),
  face: { icon: 'calendar-x', group: 'service' },
  async run(calls, { records }) {
    const results = [];
    for (const { input } of calls) {
      const planned = await records.find(
        'care-occasion',
        { plan: { eq: input.plan }, status: { eq: 'planned' } },
        { limit: atOnce },
      );
      await records.update(
        'care-occasion',
        planned.map(({ id }) => ({ id, values: { status: 'cancelled', reason: 'plan-off' } })),
      );
      results.push(ok({ isAll: planned.length < atOnce }));
    }
    return results;
  },
});
