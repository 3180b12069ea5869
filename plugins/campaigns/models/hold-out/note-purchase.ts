import type { RecordService } from '../../../../core/index.ts';

interface Purchase {
  /** All contacts of the account that bought. */
  people: readonly string[];
  revenue: unknown;
  /** Milliseconds since 1970. */
  at: number;
}

/**
 * A deal that is won counts for the journeys that somebody of its account had entered before, in either group, whether a
 * mail of it was the last one or not: who got nothing could not be credited otherwise. Of several people of an account the
 * first that entered stands for it, and with the first deal alone.
 */
export async function notePurchase(records: RecordService, { people, revenue, at }: Purchase): Promise<void> {
  const when = new Date(at).toISOString();
  const found = await records.find(
    'journey-member',
    { member: { in: [...people] }, enteredAt: { lte: when } },
    { sort: ['enteredAt'], limit: 500 },
  );
  const byJourney = Map.groupBy(found, (record) => String(record['journey']));
  const first = [...byJourney.values()].flatMap((members) =>
    members.some((member) => member['boughtAt']) ? [] : members.slice(0, 1),
  );
  if (first.length > 0)
    await records.update(
      'journey-member',
      first.map(({ id }) => ({ id, values: { boughtAt: when, revenue } })),
    );
}
