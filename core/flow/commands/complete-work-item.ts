import type { Actor } from '../../access/actor.ts';
import type { CommandPayload } from '../shell/kinds.ts';
import type { Variables } from '../step/types.ts';
import { checkForm } from './check-form.ts';
import { openWorkItem } from './find-work-item.ts';
import { viewsOf, type WorkItemView } from './list-work-items.ts';
import type { FlowParts } from './parts.ts';
import { submit } from './submit.ts';

/** Of several at once one wins; the others get problem `work-item-completed` (409). */
export async function completeWorkItem(
  parts: FlowParts,
  { actor, id, variables }: { actor: Actor; id: string; variables: Variables },
): Promise<WorkItemView> {
  const row = await openWorkItem(parts, actor, id);
  checkForm(row.form, variables);
  const payload: CommandPayload = {
    actor: actor.id,
    command: { type: 'complete', workItem: id, wait: row.wait, variables },
  };
  const outcome = await submit(parts, {
    kind: 'flow.command',
    lane: 0,
    dueAt: parts.clock.now(),
    target: row.instance,
    payload,
  });
  // The cast: this is what a completion answers.
  const { endedAt } = outcome as { endedAt: number };
  const [view] = await viewsOf(parts, actor, [{ ...row, state: 'completed', endedAt: new Date(endedAt) }]);
  return view!;
}
