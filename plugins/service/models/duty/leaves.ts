import { idOf, type RecordData, type RecordService } from '../../../../core/index.ts';

export interface Days {
  /** Both among them: `2026-11-22`. */
  first: string;
  last: string;
}

export type IsAway = (person: string, days: Days) => boolean;

/** Who is away, of these people, from a day on. */
export async function leavesOf(
  records: RecordService,
  { people, from }: { people: readonly string[]; from: string },
): Promise<IsAway> {
  const leaves = await records.find(
    'duty-leave',
    { person: { in: [...people] }, until: { gte: from } },
    { limit: 2_000 },
  );
  const byPerson = Map.groupBy(leaves, ({ person }) => idOf(person));
  const meets = (leave: RecordData, { first, last }: Days): boolean =>
    String(leave['from']) <= last && String(leave['until']) >= first;
  return (person, days) => (byPerson.get(person) ?? []).some((leave) => meets(leave, days));
}
