import type { Db } from '../../db/connect.ts';

/** Sets jobs aside for a person: nobody claims them until they are revived. */
export async function fail(db: Db, ids: readonly string[], error: string): Promise<void> {
  if (ids.length === 0) return;
  await db`
    update core.job set failed_at = now(), lease_until = null, leased_by = null, last_error = ${error.slice(0, 2000)}
    where id = any(${[...ids]}::uuid[])`;
}
