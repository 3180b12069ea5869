import type { Tx } from '../../db/connect.ts';

export interface Expired {
  flow: string;
  /** ISO 8601 duration. */
  retention: string;
  now: number;
  limit: number;
}

/**
 * The oldest that ended before the time is over, with all that is told of them. Ids begin with the time of the start,
 * which is before the end: nothing that started later is looked at. Answers how many there were.
 */
export async function deleteFinished(tx: Tx, { flow, retention, now, limit }: Expired): Promise<number> {
  const [bound] = await tx<{ before: Date }[]>`
    select to_timestamp(${now}::float8 / 1000) - ${retention}::interval as before`;
  const before = bound!.before.getTime();
  const time = Math.max(0, before).toString(16).padStart(12, '0');
  const youngest = `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
  const rows = await tx<{ id: string }[]>`
    select id from flow.finished
    where flow = ${flow} and id < ${youngest} and ended_at < to_timestamp(${before}::float8 / 1000)
    order by id limit ${limit} for update skip locked`;
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return 0;
  await Promise.all([
    tx`delete from flow.history where instance_id = any(${ids}::uuid[])`,
    tx`delete from flow.work_item where instance_id = any(${ids}::uuid[])`,
    tx`delete from flow.incident where instance_id = any(${ids}::uuid[])`,
    tx`delete from flow.call where child_id = any(${ids}::uuid[]) or parent_id = any(${ids}::uuid[])`,
    tx`delete from flow.finished where id = any(${ids}::uuid[])`,
  ]);
  return ids.length;
}
