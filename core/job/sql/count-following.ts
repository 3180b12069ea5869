import type { Db } from '../../db/connect.ts';
import { allLanes } from '../job.ts';

/** A job bears the time at which its transaction began, which may lie so far before the question. */
const longestMs = 1_000;
/** Of each kind; beyond it only the figure is too small. It makes a table whose statistics are old be read by its index. */
const most = 10_000;

/**
 * What was due by a time of the clock and what came of it since; not what has become due by itself meanwhile. By the
 * indexes of what is due, what failed before, and what is at work: the others are not looked at.
 */
export async function countFollowing(
  db: Db,
  { by, now, began }: { by: number; now: number; began: number },
): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    with given as (select to_timestamp(${now}::float8 / 1000) as moment)
    select count(*)::int as count from (
      select due.* from unnest(${allLanes}::smallint[]) as lanes (lane), given, lateral (
        select due_at, created_at from core.job where lane = lanes.lane and due_at <= moment
          and lease_until is null and failed_at is null and crashes = 0 order by due_at limit ${most}) as due
      union all select due.* from unnest(${allLanes}::smallint[]) as lanes (lane), given, lateral (
        select due_at, created_at from core.job where lane = lanes.lane and due_at <= moment
          and lease_until is null and failed_at is null and crashes > 0 order by due_at limit ${most}) as due
      union all select held.* from given, (
        select due_at, created_at from core.job where lease_until is not null and failed_at is null
        order by lease_until limit ${most}) as held where due_at <= moment) as job
    where due_at <= to_timestamp(${by}::float8 / 1000)
      or created_at >= to_timestamp(${began - longestMs}::float8 / 1000)`;
  return row?.count ?? 0;
}
