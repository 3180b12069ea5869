import type { Actor } from '../../access/actor.ts';
import { Problem } from '../../errors.ts';
import { openWorkItem, showWorkItem } from './find-work-item.ts';
import type { WorkItemView } from './list-work-items.ts';
import type { FlowParts } from './parts.ts';
import { assign } from './assign-work-item.ts';

/** Problem `work-item-taken` (409) when somebody else was quicker. */
export async function claimWorkItem(
  parts: FlowParts,
  { actor, id }: { actor: Actor; id: string },
): Promise<WorkItemView> {
  const row = await openWorkItem(parts, actor, id);
  if (!actor.userId) throw new Problem({ status: 422, code: 'work-item-needs-person' });
  const isMine = row.assignee === actor.userId;
  if (!isMine && (row.assignee || !(await assign(parts, { id, from: null, to: actor.userId }))))
    throw new Problem({ status: 409, code: 'work-item-taken' });
  return showWorkItem(parts, actor, id);
}
