import type { FlowParts } from './parts.ts';

export interface Assignment {
  id: string;
  from: string | null;
  to: string | null;
}

/** False when the item is no longer open, or no longer where it was. */
export async function assign({ sql, changes }: FlowParts, { id, from, to }: Assignment): Promise<boolean> {
  const rows = await sql`
    update flow.work_item set assignee = ${to} where id = ${id} and state = 'open' and assignee is not distinct from ${from}`;
  if (rows.count === 1) changes.add({ instances: [], workItems: [id] });
  return rows.count === 1;
}
