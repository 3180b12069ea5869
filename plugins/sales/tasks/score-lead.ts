import { z } from 'zod';
import {
  defineTask,
  failure,
  idOf,
  ok,
  type RecordService,
  type TaskResult,
  type Transaction,
  type Values,
} from '../../../core/index.ts';

/** Interest fades: what is older counts no more. */
const daysThatCount = 90;
const dayMs = 86_400_000;

const input = z.object({
  /** What happened, in words that people read on the lead. */
  what: z.string().min(1).max(200),
  points: z.number().int().min(-1_000).max(1_000),
});

/** Gives points to the flow's contact. The first makes a lead; the score is the sum of the last ninety days. */
export const scoreLead = defineTask({
  id: 'sales.score-lead',
  kind: 'transactional',
  input,
  output: z.object({ lead: z.uuid(), score: z.number().int() }),
  face: { icon: 'flame', group: 'sales' },
  async run(calls, { records, tx }) {
    const signals = calls.flatMap(({ subject, input: { what, points }, now }) =>
      subject?.entity === 'contact' ? [{ contact: subject.id, what, points, now }] : [],
    );
    const leads = await leadsOf(records, [...new Set(signals.map(({ contact }) => contact))], tx);
    const counted = signals.flatMap((signal) => {
      const lead = leads.get(signal.contact);
      return lead ? [{ ...signal, lead }] : [];
    });
    const scores = await count(records, counted);
    return calls.map(({ subject }): TaskResult => {
      if (subject?.entity !== 'contact')
        return failure('subject-missing', 'Only a contact is given points: the flow is about none.', {});
      const lead = leads.get(subject.id);
      if (!lead) return failure('contact-missing', 'The contact is not there any more.', {});
      return ok({ lead: lead.id, score: scores.get(lead.id) ?? 0 });
    });
  },
});

interface Counted {
  lead: { id: string };
  what: string;
  points: number;
  now: number;
}

async function count(records: RecordService, signals: readonly Counted[]): Promise<Map<string, number>> {
  if (signals.length === 0) return new Map();
  const at = (time: number): string => new Date(time).toISOString();
  await records.create(
    'lead-signal',
    signals.map(({ lead, what, points, now }): Values => ({ lead: lead.id, what, points, at: at(now) })),
  );
  const last = new Map(signals.map((signal) => [signal.lead.id, signal]));
  const now = signals[0]!.now;
  const { rows } = await records.aggregate('lead-signal', {
    filter: { lead: { in: [...last.keys()] }, at: { gte: at(now - daysThatCount * dayMs) } },
    group: [{ field: 'lead' }],
    measures: [{ function: 'sum', field: 'points' }],
  });
  const scores = new Map(
    rows.map(({ group, values }) => [idOf(group['lead']) ?? '', Number(values['sum.points'] ?? 0)] as const),
  );
  await records.update(
    'lead',
    [...last].map(([id, { what, now: when }]) => ({
      id,
      values: { score: scores.get(id) ?? 0, lastSignal: what, lastSignalAt: at(when) },
    })),
  );
  return scores;
}

/** The lead of each that is not dropped and whose deal is not closed, made where there is none. */
async function leadsOf(
  records: RecordService,
  contacts: readonly string[],
  tx: Transaction,
): Promise<Map<string, { id: string }>> {
  // Two signals of one person at once must not make two leads.
  for (const id of contacts.toSorted())
    await tx`select pg_advisory_xact_lock(hashtextextended(${`lead ${id}`}, 0))`;
  const open = await records.find(
    'lead',
    {
      contact: { in: [...contacts] },
      state: { ne: 'dropped' },
      or: [{ opportunity: null }, { 'opportunity.stage': { in: ['prospecting', 'engaging'] } }],
    },
    { sort: ['createdAt'] },
  );
  const leads = new Map<string, { id: string }>(
    open.map((one) => [idOf(one['contact']) ?? '', one] as const),
  );
  const people = (
    await records.read(
      'contact',
      contacts.filter((id) => !leads.has(id)),
    )
  ).flatMap((one) => one ?? []);
  const made = await records.create(
    'lead',
    people.map((one): Values => ({ name: one['name'], contact: one.id, owner: idOf(one['owner']) })),
  );
  made.forEach((result, index) => {
    if (result.ok) leads.set(people[index]!.id, result.record);
  });
  return leads;
}
