import type { Db } from '../../db/connect.ts';

/** A person wants failed jobs tried again. Answers those that were there; locked in one order, so that no two wait in a circle. */
export async function revive(db: Db, ids: readonly string[], dueAt: number): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    update core.job set failed_at = null, attempts = 0, crashes = 0, due_at = to_timestamp(${dueAt}::float8 / 1000)
    where id = any(array(
      select id from core.job where id = any(${[...ids]}::uuid[]) and failed_at is not null order by id for update))
    returning id`;
  return rows.map(({ id }) => id);
}
