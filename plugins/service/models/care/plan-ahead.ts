import type { RecordData, RecordService, Values } from '../../../../core/index.ts';
import { idOf } from '../id-of.ts';
import { addDays } from './days.ts';
import { dueDays } from './due-days.ts';
import { whoIsMeant } from './who-is-meant.ts';

/** So far ahead the calendar shows what is planned. */
export const daysAhead = 45;
const contactsAtOnce = 200;

export interface Ahead {
  planned: number;
  /** Of the next contacts; null after the last. */
  next: string | null;
}

/** Plans what is due for some contacts of a plan; what is planned already stays as it is, wherever it was moved. */
export async function planAhead(
  records: RecordService,
  { plan, today, cursor }: { plan: RecordData; today: string; cursor: string | null },
): Promise<Ahead> {
  const lead = Number(plan['daysBefore'] ?? 0);
  const span = { from: addDays(today, lead), until: addDays(today, lead + daysAhead) };
  const filter = await whoIsMeant(records, plan, span);
  if (filter === null) return { planned: 0, next: null };
  const { items, next } = await records.page('contact', { filter, limit: contactsAtOnce, cursor });
  const days = await dueDays(records, { plan, contacts: items, span });
  const missing = await notYet(
    records,
    items.flatMap((contact) => (days.has(contact.id) ? [{ contact, due: days.get(contact.id)! }] : [])),
    plan,
  );
  const results = await records.create(
    'care-occasion',
    missing.map(({ contact, due }) => occasionOf(plan, contact, { due, on: addDays(due, -lead) })),
  );
  return { planned: results.filter(({ ok }) => ok).length, next };
}

interface Wanted {
  contact: RecordData;
  due: string;
}

async function notYet(
  records: RecordService,
  wanted: readonly Wanted[],
  plan: RecordData,
): Promise<Wanted[]> {
  if (wanted.length === 0) return [];
  const known = await records.find(
    'care-occasion',
    {
      plan: { eq: plan.id },
      contact: { in: wanted.map(({ contact }) => contact.id) },
      due: { in: [...new Set(wanted.map(({ due }) => due))] },
    },
    { limit: contactsAtOnce },
  );
  const keys = new Set(known.map(({ contact, due }) => `${idOf(contact)} ${String(due)}`));
  return wanted.filter(({ contact, due }) => !keys.has(`${contact.id} ${due}`));
}

const occasionOf = (
  plan: RecordData,
  contact: RecordData,
  { due, on }: { due: string; on: string },
): Values => ({
  name: `${String(contact['name'])} · ${String(plan['name'])}`.slice(0, 300),
  plan: plan.id,
  occasion: plan['occasion'],
  contact: contact.id,
  account: idOf(contact['account']),
  assignee: idOf(contact['owner']),
  due,
  on,
});
