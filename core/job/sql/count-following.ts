import type { Db } from '../../db/connect.ts';

const lanes = [0, 1, 2, 3];
/** A job bears the time at which its transaction began, which may lie so far before the question. */
const longestMs = 1_000;

/**
 * What was due by a time of the clock and what came of it since; not what has become due by itself meanwhile. By the
 * indexes of what is due, what failed before, and what is at work: the others are not looked at.
 */
export async function countFollowing(
  db: Db,
  { by, now, began }: { by: number; now: number; began: number },
): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from (
      select due_at, created_at from core.job where lane = any(${lanes}::smallint[])
        and due_at <= to_timestamp(${now}::float8 / 1000)
        and lease_until is null and failed_at is null and crashes = 0
      union all select due_at, created_at from core.job where lane = any(${lanes}::smallint[])
        and due_at <= to_timestamp(${now}::float8 / 1000)
        and lease_until is null and failed_at is null and crashes > 0
      union all select due_at, created_at from core.job
        where due_at <= to_timestamp(${now}::float8 / 1000) and lease_until is not null and failed_at is null) as job
    where due_at <= to_timestamp(${by}::float8 / 1000)
      or created_at >= to_timestamp(${began - longestMs}::float8 / 1000)`;
  return row?.count ?? 0;
}
