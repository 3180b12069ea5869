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
