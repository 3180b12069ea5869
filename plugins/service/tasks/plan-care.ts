import { z } from 'zod';
import { dayIn, defineTask, ok, type RecordData, type InTransaction } from '../../../core/index.ts';
import { planAhead } from '../models/care/plan-ahead.ts';

const mostPlans = 200;

/** Plans what is due in the next weeks, for some hundred customers at a time; `next` goes on where it stopped. */
export const planCare = defineTask({
  id: 'service.plan-care',
  kind: 'transactional',
  input: z.object({ after: z.string().max(2_000).nullable().optional() }),
  output: z.object({ planned: z.number().int(), next: z.string().nullable() }),
  face: { icon: 'calendar-heart', group: 'service' },
  async run(calls, services) {
    // Two who plan at once would plan the same twice.
    await services.tx`select pg_advisory_xact_lock(hashtextextended('service.plan-care', 0))`;
    const results = [];
    for (const { input } of calls) results.push(ok(await planSome(services, input.after ?? null)));
    return results;
  },
});

async function planSome({ records, plugin }: InTransaction, after: string | null) {
  const [at, cursor = null] = after?.split(' ') ?? [];
  const plans = await records.find(
    'care-plan',
    { isActive: { eq: true } },
    { sort: ['createdAt'], limit: mostPlans },
  );
  const index = at === undefined ? 0 : plans.findIndex(({ id }) => id === at);
  const plan = plans[index];
  // Nothing is on, or what was being planned has been switched off.
  if (!plan) return { planned: 0, next: null };
  const today = dayIn(plugin.now(), (await plugin.company()).timeZone);
  const { planned, next } = await planAhead(records, { plan, today, cursor });
  return { planned, next: next === null ? startOf(plans[index + 1]) : `${plan.id} ${next}` };
}

const startOf = (plan: RecordData | undefined): string | null => plan?.id ?? null;
