import type { Command } from '../step/types.ts';
import { moveRun } from '../migrate/move-run.ts';
import type { Definition } from './definitions.ts';
import type { BaseCommand } from './open.ts';
import type { InstanceCommand, MessageEnvelope } from './kinds.ts';
import { done, refused, type Outcome } from './outcome.ts';
import { refusedChanges } from './refused-changes.ts';
import type { InstanceRun } from './run.ts';

export interface Applied {
  outcome: Outcome;
  /** A message whose wait was gone. */
  message?: MessageEnvelope;
}

export interface ApplyInput {
  /** Absent when the instance is not running. */
  run: InstanceRun | undefined;
  base: BaseCommand;
  command: InstanceCommand;
  /** The version to migrate to. */
  target?: Definition;
  /** Work items that still wait. */
  workItems: ReadonlySet<string>;
  /** Subscriptions that still wait, as `<instance>:<wait>`. */
  subscriptions: ReadonlySet<string>;
  /** Takes the answer back: another command of the same batch was first. */
  settle(applied: Applied): void;
}

/** Gives a command to its instance, or says why it comes too late. The rows it names are locked or guarded. */
export function applyCommand(input: ApplyInput): Applied {
  const { run, command } = input;
  if (command.type === 'complete') return complete(input, command);
  if (command.type === 'trigger') return trigger(input, command);
  if (command.type === 'record-changed') return recordChanged(input, command);
  if (!run) return ended;
  if (movesOn.has(command.type) && run.status === 'suspended')
    return { outcome: refused(409, 'instance-suspended') };
  const refusal = command.type === 'modify' ? refusedChanges(run, command.changes) : null;
  if (refusal) return { outcome: refusal };
  if (command.type === 'migrate') return migrate(input, run, command);
  if (command.type === 'record-merged') follow(run, command);
  if (command.type === 'suspend') run.status = 'suspended';
  if (command.type === 'resume') run.isResumed = true;
  if (command.type === 'cancel' && command.isCalledOff) run.isCalledOff = true;
  const late = tooLate[command.type];
  give(input, run, { ...input.base, ...command }, () =>
    late !== undefined && !run.ended ? { outcome: refused(409, late) } : ended,
  );
  return { outcome: done() };
}

/** A suspended instance refuses them; what its engine does by itself waits for the resume. */
const movesOn = new Set<InstanceCommand['type']>(['retry', 'resolve', 'modify', 'activate']);
/** What is said when another was quicker. */
const tooLate: Partial<Record<InstanceCommand['type'], string>> = {
  retry: 'incident-resolved',
  resolve: 'incident-resolved',
  activate: 'activation-late',
};

const ended: Applied = { outcome: refused(409, 'instance-ended') };
const completed: Applied = { outcome: refused(409, 'work-item-completed') };

type Of<Type extends InstanceCommand['type']> = Extract<InstanceCommand, { type: Type }>;

function migrate(input: ApplyInput, run: InstanceRun, { mapping }: Of<'migrate'>): Applied {
  const moved = moveRun(run, input.target!, mapping);
  if ('ok' in moved) return { outcome: moved };
  give(input, run, { ...input.base, type: 'migrate', ...moved }, () => ended);
  return { outcome: done() };
}

/** Its row knows what it is about, too. */
function follow(run: InstanceRun, { entity, from, into }: Of<'record-merged'>): void {
  run.merged = { entity, from, into };
  if (run.subject?.entity === entity && from.includes(run.subject.id)) run.subject = { entity, id: into };
}

function complete(input: ApplyInput, { workItem, wait, variables }: Of<'complete'>): Applied {
  const { run, base, workItems } = input;
  if (!run || !workItems.has(workItem) || run.completed.has(wait)) return completed;
  if (run.status === 'suspended') return { outcome: refused(409, 'instance-suspended') };
  run.completed.set(wait, { workItem, by: base.actor });
  give(input, run, { ...base, type: 'trigger', wait, variables }, () => {
    run.completed.delete(wait);
    return completed;
  });
  return { outcome: done({ endedAt: base.now }) };
}

function trigger(input: ApplyInput, { wait, variables, message, rounds }: Of<'trigger'>): Applied {
  const { run, base, subscriptions } = input;
  const isGone: Applied = { outcome: done(), message };
  if (!run || !subscriptions.has(`${run.id}:${wait}`) || run.closed.includes(wait)) return isGone;
  run.closed.push(wait);
  run.rounds = Math.max(run.rounds, rounds ?? message?.rounds ?? 0);
  give(input, run, { ...base, type: 'trigger', wait, variables }, () => isGone);
  return { outcome: done() };
}

/** Nobody waits for an answer. What the instance changes in turn goes one deeper than the change that woke it. */
function recordChanged(
  { run, base }: ApplyInput,
  { wait, change, depth = 0 }: Of<'record-changed'>,
): Applied {
  if (run) {
    run.depth = Math.max(run.depth, depth);
    run.commands.push({ ...base, type: 'record-changed', wait, change });
  }
  return { outcome: done() };
}

/** `tooLate` is the answer where, at its turn, what the command is for is gone. */
function give(input: ApplyInput, run: InstanceRun, command: Command, tooLate: () => Applied): void {
  run.late.set(command, () => input.settle(tooLate()));
  run.commands.push(command);
}
