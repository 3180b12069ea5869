import type { Db } from '../../db/connect.ts';

/** A person wants a failed job tried again. Answers whether it was there. */
export async function revive(db: Db, id: string, dueAt: number): Promise<boolean> {
  const rows = await db`
    update core.job set failed_at = null, attempts = 0, crashes = 0, due_at = to_timestamp(${dueAt}::float8 / 1000)
    where id = ${id} and failed_at is not null`;
  return rows.count > 0;
}
