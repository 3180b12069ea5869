import { idOf, type RecordData, type RecordService } from '../../../../core/index.ts';
import { addMonths, nextYearly } from './days.ts';
import { holidayIn, type Span } from './who-is-meant.ts';

interface Asked {
  plan: RecordData;
  contacts: readonly RecordData[];
  span: Span;
}

/** The day on which each contact is thought of, where it comes within the span. */
export async function dueDays(records: RecordService, asked: Asked): Promise<Map<string, string>> {
  const { plan, contacts, span } = asked;
  const days = plan['occasion'] === 'visit' ? await visitDays(records, asked) : new Map<string, string>();
  if (plan['occasion'] !== 'visit')
    for (const contact of contacts) {
      const day =
        plan['occasion'] === 'birthday'
          ? nextYearly(String(contact['birthday']), span.from)
          : holidayIn(plan, span);
      if (day !== null) days.set(contact.id, day);
    }
  return new Map([...days].filter(([, day]) => day >= span.from && day <= span.until));
}

/** So many months after the last visit, or since we know somebody; nobody has two visits before them. */
async function visitDays(
  records: RecordService,
  { plan, contacts, span }: Asked,
): Promise<Map<string, string>> {
  const visits = await records.find(
    'care-occasion',
    {
      plan: { eq: plan.id },
      contact: { in: contacts.map(({ id }) => id) },
      status: { in: ['planned', 'done'] },
    },
    { sort: ['on'], limit: 10_000 },
  );
  const last = new Map(visits.map((visit) => [idOf(visit['contact']), visit]));
  const months = Number(plan['months']);
  return new Map(
    contacts.flatMap((contact) => {
      const visit = last.get(contact.id);
      if (visit?.['status'] === 'planned') return [];
      const since = String(visit?.['on'] ?? contact['createdAt']).slice(0, 10);
      return [[contact.id, nextAfter(since, months, span.from)] as const];
    }),
  );
}

/** Whoever was forgotten for long is not visited with all the others on one day, but when it would have been their turn. */
function nextAfter(since: string, months: number, from: string): string {
  let turn = 1;
  while (addMonths(since, turn * months) < from) turn++;
  return addMonths(since, turn * months);
}
