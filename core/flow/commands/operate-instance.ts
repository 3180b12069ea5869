import type { Actor } from '../../access/actor.ts';
import { notFound } from '../../errors.ts';
import type { InstanceCommand } from '../shell/kinds.ts';
import { findInstance } from './find-instance.ts';
import type { FlowParts } from './parts.ts';
import { readInstance, type InstanceView } from './read-instance.ts';
import { submit } from './submit.ts';

export interface OperateInput {
  actor: Actor;
  id: string;
  command: Extract<
    InstanceCommand,
    { type: 'cancel' | 'suspend' | 'resume' | 'set-variables' | 'modify' | 'migrate' }
  >;
}

/** Cancels, suspends, resumes, sets variables, or moves tokens; answers the instance as it stands then. */
export async function operateInstance(
  parts: FlowParts,
  { actor, id, command }: OperateInput,
): Promise<InstanceView> {
  if (!(await findInstance(parts.sql, id))) throw notFound('instance', id);
  await submit(parts, {
    kind: 'flow.command',
    lane: 0,
    dueAt: parts.clock.now(),
    target: id,
    payload: { actor: actor.id, command },
  });
  return readInstance(parts, { actor, id });
}
