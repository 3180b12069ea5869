import type { Db } from '../../db/connect.ts';

export interface PuttingOff {
  ids: readonly string[];
  minutes: number;
  /** The clock's time, milliseconds since 1970. */
  now: number;
}

/**
 * Jobs that wait are due so much later: than they were, or than now where they are due already. Answers how many: what
 * is at work or was set aside stays as it is.
 */
export async function putOff(db: Db, { ids, minutes, now }: PuttingOff): Promise<number> {
  const rows = await db`
    update core.job set due_at = greatest(due_at, to_timestamp(${now}::float8 / 1000)) + ${minutes}::int * interval '1 minute'
    where id = any(${[...ids]}::uuid[]) and lease_until is null and failed_at is null`;
  return rows.count;
}
