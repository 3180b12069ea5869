import type { Tx } from '../../../db/connect.ts';

/** Takes ended instances out of the hot tables, with all that waited for them. */
export async function removeEnded(tx: Tx, ids: readonly string[], now: number): Promise<void> {
  if (ids.length === 0) return;
  const list = [...ids];
  await Promise.all([
    tx`delete from flow.instance where id = any(${list}::uuid[])`,
    tx`delete from flow.subscription where instance_id = any(${list}::uuid[])`,
    tx`update flow.work_item set state = 'cancelled', ended_at = to_timestamp(${now}::float8 / 1000)
       where instance_id = any(${list}::uuid[]) and state = 'open'`,
    tx`update flow.incident set resolved_at = to_timestamp(${now}::float8 / 1000)
       where instance_id = any(${list}::uuid[]) and resolved_at is null`,
    tx`delete from core.job where target = any(${list}::uuid[]) and kind in ('flow.timer', 'flow.ask', 'flow.external')`,
  ]);
}
