import type { Tx } from '../../../db/connect.ts';

/** Which of these work items still wait. Their instances are locked, so the answer holds until commit. */
export async function openWorkItems(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx<{ id: string }[]>`
    select id from flow.work_item where id = any(${[...ids]}::uuid[]) and state = 'open'`;
  return new Set(rows.map((row) => row.id));
}
