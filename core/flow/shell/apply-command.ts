import type { BaseCommand } from './open.ts';
import type { InstanceCommand, MessageEnvelope } from './kinds.ts';
import { done, refused, type Outcome } from './outcome.ts';
import type { InstanceRun } from './run.ts';

export interface Late {
  outcome: Outcome;
  /** A message whose wait was gone. */
  message?: MessageEnvelope;
}

export interface ApplyInput {
  /** Absent when the instance is not running. */
  run: InstanceRun | undefined;
  base: BaseCommand;
  command: InstanceCommand;
  /** Work items that still wait. */
  workItems: ReadonlySet<string>;
  /** Subscriptions that still wait, as `<instance>:<wait>`. */
  subscriptions: ReadonlySet<string>;
}

/** Gives a command to its instance, or says why it comes too late. The rows it names are locked or guarded. */
export function applyCommand({ run, base, command, workItems, subscriptions }: ApplyInput): Late {
  if (command.type === 'complete') return complete(run, base, command, workItems);
  if (command.type === 'trigger') return trigger(run, base, command, subscriptions);
  if (!run) return { outcome: refused(409, 'instance-ended') };
  if (command.type === 'retry' && run.status === 'suspended')
    return { outcome: refused(409, 'instance-suspended') };
  if (command.type === 'suspend') run.status = 'suspended';
  if (command.type === 'resume') run.isResumed = true;
  run.commands.push({ ...base, ...command });
  return { outcome: done() };
}

type Of<Type extends InstanceCommand['type']> = Extract<InstanceCommand, { type: Type }>;

function complete(
  run: InstanceRun | undefined,
  base: BaseCommand,
  command: Of<'complete'>,
  open: ReadonlySet<string>,
): Late {
  if (!run || !open.has(command.workItem) || run.completed.has(command.wait))
    return { outcome: refused(409, 'work-item-completed') };
  if (run.status === 'suspended') return { outcome: refused(409, 'instance-suspended') };
  run.completed.set(command.wait, base.actor);
  run.commands.push({ ...base, type: 'trigger', wait: command.wait, variables: command.variables });
  return { outcome: done() };
}

function trigger(
  run: InstanceRun | undefined,
  base: BaseCommand,
  command: Of<'trigger'>,
  open: ReadonlySet<string>,
): Late {
  if (!run || !open.has(`${run.id}:${command.wait}`) || run.closed.includes(command.wait))
    return { outcome: done(), message: command.message };
  run.closed.push(command.wait);
  run.commands.push({ ...base, type: 'trigger', wait: command.wait, variables: command.variables });
  return { outcome: done() };
}
