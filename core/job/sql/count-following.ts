import type { Db } from '../../db/connect.ts';
import { allLanes } from '../job.ts';
import { held, mostHeld } from './held.ts';

/** A job bears the time at which its transaction began, which may lie so far before the question. */
const longestMs = 1_000;

/**
 * What was due by a time of the clock and what came of it since; not what has become due by itself meanwhile. By the
 * indexes of what is due, what failed before, and what is at work: the others are not looked at. Of each kind at most
 * `mostHeld`; beyond it only the figure is too small. With `since` what was due before it is left out: reading past what is done takes long.
 */
export async function countFollowing(
  db: Db,
  { by, now, began, since }: { by: number; now: number; began: number; since?: number },
): Promise<number> {
  const isDue = db`lane = lanes.lane and due_at <= moment
    and due_at >= ${since === undefined ? db`'-infinity'` : db`to_timestamp(${since}::float8 / 1000)`}`;
  const [row] = await db<{ count: number }[]>`
    with given as (select to_timestamp(${now}::float8 / 1000) as moment)
    select count(*)::int as count from (
      select due.* from unnest(${allLanes}::smallint[]) as lanes (lane), given, lateral (
        select due_at, created_at from core.job where ${isDue}
          and lease_until is null and failed_at is null and crashes = 0 order by due_at limit ${mostHeld}) as due
      union all select due.* from unnest(${allLanes}::smallint[]) as lanes (lane), given, lateral (
        select due_at, created_at from core.job where ${isDue}
          and lease_until is null and failed_at is null and crashes > 0 order by due_at limit ${mostHeld}) as due
      union all select held.due_at, held.created_at from given, ${held(db)}
        where failed_at is null and due_at <= moment) as job
    where due_at <= to_timestamp(${by}::float8 / 1000)
      or created_at >= to_timestamp(${began - longestMs}::float8 / 1000)`;
  return row?.count ?? 0;
}
