import type { Db } from '../../db/connect.ts';

/**
 * Locks the jobs this worker still holds and answers their ids. What is missing was deleted by somebody who had
 * the instance, or was reclaimed after its lease ran out: its work must not be done here any more.
 */
export async function hold(tx: Db, ids: readonly string[], worker: number): Promise<Set<string>> {
  const rows = await tx<{ id: string }[]>`
    select id from core.job where id = any(${[...ids]}::uuid[]) and leased_by = ${worker} order by id for update`;
  return new Set(rows.map((row) => row.id));
}
