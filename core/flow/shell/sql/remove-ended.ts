import type { Tx } from '../../../db/connect.ts';
import type { InstanceRun } from '../run.ts';

/** Takes ended instances out of the hot tables, with all that waited for them. Answers their open work items. */
export async function removeEnded(tx: Tx, ended: readonly InstanceRun[], now: number): Promise<string[]> {
  if (ended.length === 0) return [];
  const left = ended.filter((run) => run.closed.length > 0 || run.abandoned.length > 0);
  const [items] = await Promise.all([
    removeWaiting(tx, idsOf(left), now),
    removeRunning(tx, idsOf(ended), now),
  ]);
  return items;
}

const idsOf = (runs: readonly InstanceRun[]): string[] => runs.map((run) => run.id);

/** Each statement of its own is a message to PostgreSQL and one back, and there is mostly nothing but the instance. */
const removeRunning = (tx: Tx, ids: readonly string[], now: number): Promise<unknown> =>
  tx`
    with part as (delete from flow.instance_part where instance_id = any(${[...ids]}::uuid[])),
      incident as (update flow.incident set resolved_at = to_timestamp(${now}::float8 / 1000)
        where instance_id = any(${[...ids]}::uuid[]) and resolved_at is null)
    delete from flow.instance where id = any(${[...ids]}::uuid[])`;

/** Nothing waits for one that ended without closing a wait or abandoning an ask: its last token came to its end. */
async function removeWaiting(tx: Tx, ids: readonly string[], now: number): Promise<string[]> {
  if (ids.length === 0) return [];
  const list = [...ids];
  const [items] = await Promise.all([
    tx<
      { id: string }[]
    >`update flow.work_item set state = 'cancelled', ended_at = to_timestamp(${now}::float8 / 1000)
       where instance_id = any(${list}::uuid[]) and state = 'open' returning id`,
    tx`delete from flow.subscription where instance_id = any(${list}::uuid[])`,
    tx`delete from core.job where target = any(${list}::uuid[]) and kind in ('flow.timer', 'flow.ask', 'flow.external')`,
  ]);
  return items.map((item) => item.id);
}
