import type { Tx } from '../../../db/connect.ts';
import { timerKey } from '../kinds.ts';

export interface ClosedWait {
  instance: string;
  wait: number;
}

/** A wait is known by its number alone; it is closed wherever it stands. Answers the work items among them. */
export async function closeWaits(tx: Tx, waits: readonly ClosedWait[], now: number): Promise<string[]> {
  if (waits.length === 0) return [];
  const instances = waits.map((wait) => wait.instance);
  const numbers = waits.map((wait) => wait.wait);
  const [items] = await Promise.all([
    tx<
      { id: string }[]
    >`update flow.work_item set state = 'cancelled', ended_at = to_timestamp(${now}::float8 / 1000)
       from unnest(${instances}::uuid[], ${numbers}::int[]) as t (instance_id, wait)
       where work_item.instance_id = t.instance_id and work_item.wait = t.wait and state = 'open' returning id`,
    tx`delete from flow.subscription using unnest(${instances}::uuid[], ${numbers}::int[]) as t (instance_id, wait)
       where subscription.instance_id = t.instance_id and subscription.wait = t.wait`,
    tx`delete from core.job where key = any(${waits.map((wait) => timerKey(wait.instance, wait.wait))}::text[])`,
  ]);
  return items.map((item) => item.id);
}
