import type { Db } from '../../db/connect.ts';

/** Deletes what is done, and answers how many of them this worker still held. */
export async function complete(db: Db, ids: readonly string[], worker: number): Promise<number> {
  if (ids.length === 0) return 0;
  const done = await db`delete from core.job where id = any(${[...ids]}::uuid[]) and leased_by = ${worker}`;
  return done.count;
}
