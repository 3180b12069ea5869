import type { Db } from '../../db/connect.ts';
import { allLanes } from '../job.ts';
import { held } from './held.ts';

/**
 * When the earliest job after this time is due, those at work included; milliseconds since 1970. Each part reads one
 * end of one index: a million timers that are still to come cost nothing.
 */
export async function nextDue(db: Db, after: number): Promise<number | null> {
  const [row] = await db<{ next: Date | null }[]>`
    with given as (select to_timestamp(${after}::float8 / 1000) as moment)
    select least(
      (select min(due.due_at) from unnest(${allLanes}::smallint[]) as lanes (lane), given, lateral (
        select due_at from core.job where lane = lanes.lane and due_at > moment
          and lease_until is null and failed_at is null and crashes = 0 order by due_at limit 1) as due),
      (select min(due.due_at) from unnest(${allLanes}::smallint[]) as lanes (lane), given, lateral (
        select due_at from core.job where lane = lanes.lane and due_at > moment
          and lease_until is null and failed_at is null and crashes > 0 order by due_at limit 1) as due),
      (select min(due_at) from given, ${held(db)} where failed_at is null and due_at > moment)) as next`;
  return row?.next?.getTime() ?? null;
}
