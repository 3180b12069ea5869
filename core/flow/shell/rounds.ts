/** Rounds of stepping and answering, until every instance of the batch waits or has ended. */
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { Tx } from '../../db/connect.ts';
import { PartsNeeded, step, type Step } from '../step/index.ts';
import type { Command } from '../step/types.ts';
import { answerAsks } from './answer.ts';
import { deliver } from './calls/deliver.ts';
import { collect } from './collect.ts';
import type { Batch } from './open.ts';
import { bringBack, makeWhole } from './parts/bring-back.ts';
import type { ShellParts } from './options.ts';
import type { InstanceRun } from './run.ts';
import { createScale, stepWeighed } from './step-weighed.ts';

/** Stepping blocks the thread, and a click comes to its turn five times: the other lanes get theirs at least this often. */
const sliceMilliseconds = 3;
/**
 * After this, what is still asked goes to a later batch, so that locks are not held for long. What the first round
 * asks is answered in any case: as jobs, 20,000 calls of one instance took ten times as long. What is weighed holds the
 * locks of one instance alone, and costs too much to be written piece by piece.
 */
const batchMilliseconds = 250;
const maxRounds = 200;

export async function runRounds(tx: Tx, parts: ShellParts, batch: Batch): Promise<void> {
  const isExternal = (task: string): boolean => parts.registry.tasks.get(task)?.kind === 'external';
  const began = performance.now();
  let sliceBegan = began;
  for (let round = 0; ; round++) {
    await bringBack(tx, batch.runs);
    if (batch.isWeighed) for (const run of batch.runs) run.scale ??= createScale(batch.room);
    for (const run of batch.runs) {
      for (let isDone = false; !isDone;) {
        isDone = stepSome(run, isExternal, sliceBegan + sliceMilliseconds);
        if (isDone) continue;
        if (run.isSpoilt) await makeWhole(tx, run);
        await yieldToOthers();
        sliceBegan = performance.now();
      }
      if (performance.now() - sliceBegan < sliceMilliseconds) continue;
      await yieldToOthers();
      sliceBegan = performance.now();
    }
    const isLong = !batch.isWeighed && performance.now() - began > batchMilliseconds;
    const isLate = round >= maxRounds || (round > 0 && isLong);
    const hasDelivered = await deliver(tx, parts, batch, isLate);
    const asking = batch.runs.filter((run) => run.asks.length > 0);
    if (asking.length === 0 && !hasDelivered) return;
    if (isLate) return putOff(asking, batch.now);
    await answerAsks(tx, parts, batch, asking);
  }
}

/** False when the time is over, or parts of the state are missing. */
function stepSome(run: InstanceRun, isExternal: (task: string) => boolean, until: number): boolean {
  const commands = run.commands;
  for (let index = 0; index < commands.length; index++) {
    const next = commands[index]!;
    if (run.ended) {
      run.late.get(next)?.();
      continue;
    }
    run.actor = next.actor;
    const stepped = stepWhole(run, next);
    run.isSpoilt = stepped === null;
    const isOver = stepped === null || (index + 1 < commands.length && performance.now() > until);
    if (stepped !== null) {
      if (stepped.isLate) run.late.get(next)?.();
      run.state = stepped.state;
      collect(run, stepped.effects, isExternal);
    }
    if (!isOver) continue;
    commands.splice(0, stepped === null ? index : index + 1);
    return false;
  }
  commands.length = 0;
  return true;
}

/** Null where the step needs more of the state than is here. */
function stepWhole(run: InstanceRun, command: Command): Step | null {
  try {
    const stepped = run.scale
      ? stepWeighed(run, run.scale, command)
      : step(run.definition.graph, run.state, command);
    run.base?.since.push(command);
    return stepped;
  } catch (error) {
    if (error instanceof PartsNeeded) return null;
    throw error;
  }
}

function putOff(runs: readonly InstanceRun[], now: number): void {
  for (const run of runs)
    for (const effect of run.asks.splice(0)) run.later.push({ effect, attempt: 0, dueAt: now });
}
