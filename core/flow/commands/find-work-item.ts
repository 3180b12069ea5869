import type { Actor } from '../../access/actor.ts';
import { notFound, Problem } from '../../errors.ts';
import { viewsOf, type WorkItemView } from './list-work-items.ts';
import type { FlowParts } from './parts.ts';
import { mayAct, type WorkItemRow } from './work-item-rows.ts';

/** Problem `not-found` when it is not there or not to be seen. */
export async function findWorkItem(parts: FlowParts, actor: Actor, id: string): Promise<WorkItemRow> {
  const row = await parts.workItem(id);
  if (!row || !mayAct(actor, row)) throw notFound('work-item', id);
  return row;
}

/** The same, and problem `work-item-completed` (409) when nobody waits for it any more. */
export async function openWorkItem(parts: FlowParts, actor: Actor, id: string): Promise<WorkItemRow> {
  const row = await findWorkItem(parts, actor, id);
  if (row.state !== 'open') throw new Problem({ status: 409, code: 'work-item-completed' });
  return row;
}

/** Shown without asking again who may see it: whoever gives an item away sees it once more. */
export async function showWorkItem(parts: FlowParts, actor: Actor, id: string): Promise<WorkItemView> {
  const row = await parts.workItem(id);
  const [view] = await viewsOf(parts, actor, row ? [row] : []);
  if (!view) throw notFound('work-item', id);
  return view;
}

export async function readWorkItem(
  parts: FlowParts,
  { actor, id }: { actor: Actor; id: string },
): Promise<WorkItemView> {
  const row = await findWorkItem(parts, actor, id);
  return showWorkItem(parts, actor, row.id);
}
