import { z } from 'zod';
import {
  defineTask,
  failure,
  idOf,
  ok,
  type PluginServices,
  type RecordService,
  type TaskResult,
  type Transaction,
} from '../../../core/index.ts';
import { notePurchase } from '../models/hold-out/note-purchase.ts';
import { sumsOf } from '../models/sums.ts';

interface Parts {
  records: RecordService;
  plugin: PluginServices;
  tx: Transaction;
  days: number;
  now: number;
}

/**
 * Last touch: a deal that is won counts for the campaign that wrote last to anybody of its account, within so many
 * days before. A deal counts once; the campaign's revenue is the sum of what counts for it.
 */
export const creditSale = defineTask({
  id: 'campaigns.credit-sale',
  kind: 'transactional',
  input: z.object({ days: z.number().int().min(1).max(365).default(30) }),
  output: z.object({ campaign: z.uuid().nullable() }),
  face: { icon: 'badge-check', group: 'marketing' },
  async run(calls, { records, plugin, tx }) {
    const results: TaskResult[] = [];
    // One after the other: two deals of one campaign must not both read the sum before them.
    for (const { subject, input, now } of calls)
      results.push(
        subject
          ? await credit({ records, plugin, tx, days: input.days, now }, subject.id)
          : failure('subject-missing', 'The flow is about no record.', {}),
      );
    return results;
  },
});

async function credit(parts: Parts, id: string): Promise<TaskResult> {
  const { records, plugin, tx, days, now } = parts;
  const [deal] = await records.read('opportunity', [id]);
  const account = idOf(deal?.['account']);
  if (!deal || !account) return ok({ campaign: null });
  const [counted] = await records.find('campaign-sale', { opportunity: { eq: id } }, { limit: 1 });
  if (counted) return ok({ campaign: idOf(counted['campaign']) });
  const people = await records.find('contact', { account: { eq: account } }, { limit: 500 });
  await notePurchase(records, { people: people.map((one) => one.id), revenue: deal['amount'], at: now });
  const [last] = await plugin.messages.sent(
    { records: people.map((one) => one.id), since: now - days * 86_400_000 },
    tx,
  );
  if (!last?.campaign || !last.recordId) return ok({ campaign: null });
  const { campaign, recordId: contact, id: message } = last;
  // Whoever else adds to this campaign waits, so that its revenue is the sum of all.
  await tx`select pg_advisory_xact_lock(hashtextextended(${`campaign ${campaign}`}, 0))`;
  const values = {
    ...{ name: deal['name'], campaign, opportunity: id, contact, message },
    ...{ revenue: deal['amount'], soldAt: new Date(now).toISOString() },
  };
  const [written] = await records.create('campaign-sale', [values]);
  if (!written?.ok) return failure(written?.code ?? 'not-written', written?.detail ?? '');
  await addUp(records, campaign);
  await plugin.emit([{ type: 'campaigns.bought', entity: 'contact', recordId: contact }], tx);
  return ok({ campaign });
}

/** In the currency most of it came in: money of two currencies has no sum. */
async function addUp(records: RecordService, campaign: string): Promise<void> {
  const { rows } = await records.aggregate('campaign-sale', {
    filter: { campaign: { eq: campaign } },
    measures: [{ function: 'sum', field: 'revenue' }],
  });
  const [most] = sumsOf(rows[0]?.values['sum.revenue']);
  if (most) await records.update('campaign', [{ id: campaign, values: { revenue: most } }]);
}
