import { addDays, idOf, type RecordData, type RecordService, type Values } from '../../../../core/index.ts';
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
  const wanted = items.flatMap((contact) =>
    days.has(contact.id) ? [{ contact, due: days.get(contact.id)! }] : [],
  );
  const known = await knownOf(records, wanted, plan);
  const missing = wanted.filter((one) => !known.has(keyOf(one)));
  // Taken off when the plan was switched off: it is on again.
  const back = wanted.flatMap((one) => {
    const before = known.get(keyOf(one));
    return before?.['reason'] === 'plan-off' ? [before.id] : [];
  });
  await records.update(
    'care-occasion',
    back.map((id) => ({ id, values: { status: 'planned', reason: null } })),
  );
  const results = await records.create(
    'care-occasion',
    missing.map(({ contact, due }) => occasionOf(plan, contact, { due, on: addDays(due, -lead) })),
  );
  return { planned: results.filter(({ ok }) => ok).length + back.length, next };
}

interface Wanted {
  contact: RecordData;
  due: string;
}

const keyOf = ({ contact, due }: Wanted): string => `${contact.id} ${due}`;

async function knownOf(
  records: RecordService,
  wanted: readonly Wanted[],
  plan: RecordData,
): Promise<Map<string, RecordData>> {
  if (wanted.length === 0) return new Map();
  const known = await records.find(
    'care-occasion',
    {
      plan: { eq: plan.id },
      contact: { in: wanted.map(({ contact }) => contact.id) },
      due: { in: [...new Set(wanted.map(({ due }) => due))] },
    },
    { limit: contactsAtOnce },
  );
  return new Map(known.map((one) => [`${idOf(one['contact'])} ${String(one['due'])}`, one]));
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
