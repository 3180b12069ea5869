import type { Actor } from '../../access/actor.ts';
import { Problem } from '../../errors.ts';
import { assign } from './assign-work-item.ts';
import { openWorkItem, showWorkItem } from './find-work-item.ts';
import type { WorkItemView } from './list-work-items.ts';
import type { FlowParts } from './parts.ts';

/** Gives the item back to its candidates. */
export async function releaseWorkItem(
  parts: FlowParts,
  { actor, id }: { actor: Actor; id: string },
): Promise<WorkItemView> {
  const row = await openWorkItem(parts, actor, id);
  if (row.assignee && !(await assign(parts, { id, from: row.assignee, to: null })))
    throw new Problem({ status: 409, code: 'work-item-taken' });
  return showWorkItem(parts, actor, id);
}
