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
  const values = {
    ...{ name: deal['name'], campaign, opportunity: id, contact, message },
    ...{ revenue: deal['amount'], soldAt: new Date(now).toISOString() },
  };
  const [written] = await records.create('campaign-sale', [values]);
  if (!written?.ok) return failure(written?.code ?? 'not-written', written?.detail ?? '');
  await plugin.emit([{ type: 'campaigns.bought', entity: 'contact', recordId: contact }], tx);
  return ok({ campaign });
}
