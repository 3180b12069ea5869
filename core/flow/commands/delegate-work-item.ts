import type { Actor } from '../../access/actor.ts';
import { Problem } from '../../errors.ts';
import { people } from '../shell/sql/people.ts';
import { assign } from './assign-work-item.ts';
import { openWorkItem, showWorkItem } from './find-work-item.ts';
import type { WorkItemView } from './list-work-items.ts';
import type { FlowParts } from './parts.ts';

/** Gives the item to another person. */
export async function delegateWorkItem(
  parts: FlowParts,
  { actor, id, to }: { actor: Actor; id: string; to: string },
): Promise<WorkItemView> {
  const row = await openWorkItem(parts, actor, id);
  if (!(await people(parts.sql, [to])).has(to))
    throw new Problem({ status: 422, code: 'user-unknown', params: { id: to } });
  if (!(await assign(parts, { id, from: row.assignee, to })))
    throw new Problem({ status: 409, code: 'work-item-taken' });
  return showWorkItem(parts, actor, id);
}
