import type { Tx } from '../../../db/connect.ts';

export interface CompletedWait {
  instance: string;
  wait: number;
  by: string;
}

export async function completeWorkItems(
  tx: Tx,
  waits: readonly CompletedWait[],
  now: number,
): Promise<string[]> {
  if (waits.length === 0) return [];
  const rows = await tx<{ id: string }[]>`
    update flow.work_item set state = 'completed', ended_at = to_timestamp(${now}::float8 / 1000), ended_by = t.by
    from unnest(${waits.map((wait) => wait.instance)}::uuid[], ${waits.map((wait) => wait.wait)}::int[],
      ${waits.map((wait) => wait.by)}::text[]) as t (instance_id, wait, by)
    where work_item.instance_id = t.instance_id and work_item.wait = t.wait and state = 'open' returning id`;
  return rows.map((row) => row.id);
}
