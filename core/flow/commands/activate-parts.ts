import type { Actor } from '../../access/actor.ts';
import { forbidden, Problem } from '../../errors.ts';
import { summarize } from '../step/index.ts';
import { mayActivate } from './activatable.ts';
import type { FlowParts } from './parts.ts';
import { readInstance, seenInstance, type InstanceView } from './read-instance.ts';
import { submit } from './submit.ts';

export interface ActivateInput {
  actor: Actor;
  /** The instance. */
  id: string;
  /** Of the ad-hoc sub-process, as the instance tells it. */
  scope: number;
  elements: string[];
}

/**
 * Lets elements of an ad-hoc sub-process begin. For operators, and for whoever sees the instance and has the role
 * that the sub-process's lane names. Problem `activation-late` (409) where it cannot be activated, or no longer.
 */
export async function activateParts(
  parts: FlowParts,
  { actor, id, scope, elements }: ActivateInput,
): Promise<InstanceView> {
  const { flow, version, state } = await seenInstance(parts, actor, id);
  const { graph } = await parts.definitions.get(flow, version);
  const found = state ? summarize(graph, state).scopes.find((each) => each.id === scope) : undefined;
  const node = found && graph.nodes[found.element];
  if (!mayActivate(actor, node)) throw forbidden('flows.operate');
  if (!elements.every((each) => found?.parts?.includes(each)))
    throw new Problem({ status: 409, code: 'activation-late' });
  await submit(parts, {
    kind: 'flow.command',
    lane: 0,
    dueAt: parts.clock.now(),
    target: id,
    payload: { actor: actor.id, command: { type: 'activate', scope, elements } },
  });
  return readInstance(parts, { actor, id });
}
