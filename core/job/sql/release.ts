import type { Db } from '../../db/connect.ts';

/** Gives claimed jobs back as they were: an orderly end, such as a stop of the server, burns nothing. */
export async function release(db: Db, ids: readonly string[], worker: number, dueAt?: number): Promise<void> {
  if (ids.length === 0) return;
  await db`
    update core.job set crashes = 0, lease_until = null, leased_by = null,
      due_at = coalesce(to_timestamp(${dueAt ?? null}::float8 / 1000), due_at)
    where id = any(${[...ids]}::uuid[]) and leased_by = ${worker}`;
}
