import type { Db } from '../../db/connect.ts';

/** These files lost what they hung on; in the transaction that takes it away. */
export async function noteLoose(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db`insert into core.loose_file (id) select unnest(${[...new Set(ids)]}::uuid[]) 
    on conflict (id) do update set since = excluded.since`;
}
