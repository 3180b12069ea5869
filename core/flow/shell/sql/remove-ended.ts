import type { Tx } from '../../../db/connect.ts';

/** Takes ended instances out of the hot tables, with all that waited for them. Answers their open work items. */
export async function removeEnded(tx: Tx, ids: readonly string[], now: number): Promise<string[]> {
  if (ids.length === 0) return [];
  const list = [...ids];
  const [items] = await Promise.all([
    tx<
      { id: string }[]
    >`update flow.work_item set state = 'cancelled', ended_at = to_timestamp(${now}::float8 / 1000)
       where instance_id = any(${list}::uuid[]) and state = 'open' returning id`,
    tx`delete from flow.instance where id = any(${list}::uuid[])`,
    tx`delete from flow.instance_part where instance_id = any(${list}::uuid[])`,
    tx`delete from flow.subscription where instance_id = any(${list}::uuid[])`,
    tx`update flow.incident set resolved_at = to_timestamp(${now}::float8 / 1000)
       where instance_id = any(${list}::uuid[]) and resolved_at is null`,
    tx`delete from core.job where target = any(${list}::uuid[]) and kind in ('flow.timer', 'flow.ask', 'flow.external')`,
  ]);
  return items.map((item) => item.id);
}
