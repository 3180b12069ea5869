import type { Actor } from '../../access/actor.ts';
import type { CommandPayload } from '../shell/kinds.ts';
import type { Variables } from '../step/types.ts';
import { checkForm } from './check-form.ts';
import { openWorkItem, showWorkItem } from './find-work-item.ts';
import type { WorkItemView } from './list-work-items.ts';
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
  await submit(parts, {
    kind: 'flow.command',
    lane: 0,
    dueAt: parts.clock.now(),
    target: row.instance,
    payload,
  });
  return showWorkItem(parts, actor, id);
}
