import type { Tx } from '../../../db/connect.ts';

export interface CompletedWorkItem {
  workItem: string;
  by: string;
}

export async function completeWorkItems(
  tx: Tx,
  completed: readonly CompletedWorkItem[],
  now: number,
): Promise<string[]> {
  if (completed.length === 0) return [];
  const ids = completed.map(({ workItem }) => workItem);
  // Not joined with `unnest`: a plan made while the table was small would read all of it for ever.
  const rows = await tx<{ id: string }[]>`
    update flow.work_item set state = 'completed', ended_at = to_timestamp(${now}::float8 / 1000),
      ended_by = (${completed.map(({ by }) => by)}::text[])[array_position(${ids}::uuid[], id)]
    where id = any(${ids}::uuid[]) and state = 'open' returning id`;
  return rows.map((row) => row.id);
}
