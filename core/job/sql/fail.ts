import type { Db } from '../../db/connect.ts';
import { storableText } from '../../db/storable-text.ts';

/** Sets jobs aside for a person: nobody claims them until they are revived. */
export async function fail(db: Db, ids: readonly string[], error: string): Promise<void> {
  if (ids.length === 0) return;
  await db`
    update core.job set failed_at = now(), attempts = least(attempts + 1, max_attempts), lease_until = null, leased_by = null, last_error = ${storableText(error, 2_000)}
    where id = any(${[...ids]}::uuid[])`;
}
