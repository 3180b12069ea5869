import type { Db } from '../../db/connect.ts';

export interface Due {
  /** Jobs due by the given time, those at work included. */
  now: number;
  /** When the earliest job after that is due, milliseconds since 1970. */
  next: number | null;
}

/** What is left to do by a time of the clock. */
export async function countDue(db: Db, by: number): Promise<Due> {
  const [row] = await db<{ now: number; next: Date | null }[]>`
    select count(*) filter (where due_at <= to_timestamp(${by}::float8 / 1000))::int as now,
      min(due_at) filter (where due_at > to_timestamp(${by}::float8 / 1000)) as next
    from core.job where failed_at is null`;
  return { now: row?.now ?? 0, next: row?.next?.getTime() ?? null };
}

/** A job bears the time at which its transaction began, which may lie so far before the question. */
const longestMs = 1_000;

/** What was due by a time of the clock and what came of it since; not what has become due by itself meanwhile. */
export async function countFollowing(
  db: Db,
  { by, now, began }: { by: number; now: number; began: number },
): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from core.job
    where failed_at is null and due_at <= to_timestamp(${now}::float8 / 1000)
      and (due_at <= to_timestamp(${by}::float8 / 1000)
        or created_at >= to_timestamp(${began - longestMs}::float8 / 1000))`;
  return row?.count ?? 0;
}
