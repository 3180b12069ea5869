import type { Db } from '../../db/connect.ts';

/**
 * These files hang on nothing yet, or lost what they hung on; in the transaction that makes them or takes it away. They
 * wait from `since` on, and go at once when it is absent. What something points at by then stays.
 */
export async function noteLoose(db: Db, ids: readonly string[], since?: Date): Promise<void> {
  if (ids.length === 0) return;
  await db`insert into core.loose_file (id, since)
    select unnest(${[...new Set(ids)]}::uuid[]), ${since?.toISOString() ?? '-infinity'}::text::timestamptz
    on conflict (id) do update set since = excluded.since`;
}
