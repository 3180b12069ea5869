import { z } from 'zod';
import {
  defineTask,
  failure,
  idOf,
  ok,
  recordId,
  type RecordData,
  type RecordService,
  type TaskResult,
  type Transaction,
} from '../../../core/index.ts';

/** Addresses of these say nothing about a company. */
const mailProviders = new Set([
  ...['gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'live.com', 'yahoo.com', 'icloud.com'],
  ...['gmx.net', 'gmx.de', 'web.de', 'proton.me', 'qq.com', '163.com', '126.com', 'foxmail.com', 'sina.com'],
]);

/**
 * Makes a lead a deal: with the company of the contact, which is made from the address where there is none. Where the
 * company has an open deal already, that one is named and no second is made.
 */
export const openDeal = defineTask({
  id: 'sales.open-deal',
  kind: 'transactional',
  input: z.object({ lead: recordId('lead') }),
  output: z.object({ opportunity: z.uuid(), isNew: z.boolean() }),
  face: { icon: 'handshake', group: 'sales' },
  async run(calls, { records, tx }) {
    const results: TaskResult[] = [];
    // One after the other: two people of one company make one deal.
    for (const { input } of calls) results.push(await open(records, input.lead, tx));
    return results;
  },
});

async function open(records: RecordService, id: string, tx: Transaction): Promise<TaskResult> {
  const [lead] = await records.read('lead', [id]);
  const contactId = idOf(lead?.['contact']);
  const [contact] = contactId ? await records.read('contact', [contactId]) : [];
  if (!lead || !contact) return failure('lead-missing', 'The lead or its contact is not there any more.', {});
  const owner = idOf(lead['owner']) ?? idOf(contact['owner']);
  const account = await accountOf({ records, contact, owner, tx });
  if (typeof account !== 'string') return account;
  const [known] = await records.find(
    'opportunity',
    { account: { eq: account }, stage: { in: ['prospecting', 'engaging'] } },
    { sort: ['-createdAt'], limit: 1 },
  );
  const deal = known?.id ?? (await made(records, { name: lead['name'], account, owner }));
  if (typeof deal !== 'string') return deal;
  await records.update('lead', [{ id, values: { state: known ? 'known' : 'qualified', opportunity: deal } }]);
  return ok({ opportunity: deal, isNew: !known });
}

interface Person {
  records: RecordService;
  contact: RecordData;
  owner: string | null;
  tx: Transaction;
}

async function accountOf({ records, contact, owner, tx }: Person): Promise<string | TaskResult> {
  const known = idOf(contact['account']);
  await tx`select pg_advisory_xact_lock(hashtextextended(${`open-deal ${known ?? 'new'}`}, 0))`;
  if (known) return known;
  const domain = String(contact['email'] ?? '').split('@')[1] ?? '';
  const name = domain === '' || mailProviders.has(domain) ? String(contact['name']) : domain;
  const [same] = await records.find('account', { name: { eq: name } }, { limit: 1 });
  if (!same) {
    const [result] = await records.create('account', [{ name, owner }]);
    if (!result?.ok) return failure(result?.code ?? 'not-written', result?.detail ?? '');
    return joined(records, contact.id, result.record.id);
  }
  return joined(records, contact.id, same.id);
}

async function joined(records: RecordService, contact: string, account: string): Promise<string> {
  await records.update('contact', [{ id: contact, values: { account } }]);
  return account;
}

async function made(
  records: RecordService,
  values: { name: unknown; account: string; owner: string | null },
): Promise<string | TaskResult> {
  const [result] = await records.create('opportunity', [{ ...values, stage: 'prospecting' }]);
  return result?.ok ? result.record.id : failure(result?.code ?? 'not-written', result?.detail ?? '');
}
