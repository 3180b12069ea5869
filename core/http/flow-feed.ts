/** Changes of instances and work items for listeners of the live stream: to each what they may see. */
import type { Actor } from '../access/index.ts';
import type { FlowChange } from '../flow/index.ts';
import type { FlowService } from '../flow/service.ts';
import type { LiveMessage } from './live-feed.ts';

interface Listener {
  actor: () => Promise<Actor | null>;
  send(message: LiveMessage): void;
}

export async function tellFlowChange(
  flows: Pick<FlowService, 'seen'>,
  listeners: Iterable<Listener>,
  change: FlowChange,
): Promise<void> {
  for (const { actor: actorNow, send } of listeners) {
    const actor = await actorNow();
    if (!actor) continue;
    const { instances, workItems, operations, flows: drawn, isMore } = await flows.seen({ actor, change });
    for (const id of instances) send({ event: 'instance', data: { id } });
    for (const id of workItems) send({ event: 'work-item', data: { id } });
    for (const id of operations) send({ event: 'operation', data: { id } });
    for (const key of drawn) send({ event: 'flow', data: { key } });
    // Too much to name: an empty id says to load again what is shown.
    if (isMore) for (const event of ['instance', 'work-item'] as const) send({ event, data: { id: '' } });
  }
}
