/** Rounds of stepping and answering, until every instance of the batch waits or has ended. */
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { Tx } from '../../db/connect.ts';
import { step } from '../step/index.ts';
import { answerAsks } from './answer.ts';
import { deliver } from './calls/deliver.ts';
import { collect } from './collect.ts';
import type { Batch } from './open.ts';
import type { ShellParts } from './options.ts';
import type { InstanceRun } from './run.ts';

/** Stepping blocks the thread; the other lanes get their turn at least this often. */
const sliceMilliseconds = 8;
/** After this, what is still asked goes to a later batch, so that locks are not held for long. */
const batchMilliseconds = 250;
const maxRounds = 200;

export async function runRounds(tx: Tx, parts: ShellParts, batch: Batch): Promise<void> {
  const isExternal = (task: string): boolean => parts.registry.tasks.get(task)?.kind === 'external';
  const began = performance.now();
  let sliceBegan = began;
  for (let round = 0; ; round++) {
    for (const run of batch.runs) {
      stepAll(run, isExternal);
      if (performance.now() - sliceBegan < sliceMilliseconds) continue;
      await yieldToOthers();
      sliceBegan = performance.now();
    }
    const isLate = round >= maxRounds || performance.now() - began > batchMilliseconds;
    const hasDelivered = await deliver(tx, parts, batch, isLate);
    const asking = batch.runs.filter((run) => run.asks.length > 0);
    if (asking.length === 0 && !hasDelivered) return;
    if (isLate) return putOff(asking, batch.now);
    await answerAsks(tx, parts, batch, asking);
  }
}

function stepAll(run: InstanceRun, isExternal: (task: string) => boolean): void {
  for (let next = run.commands.shift(); next; next = run.commands.shift()) {
    if (run.ended) {
      run.late.get(next)?.();
      continue;
    }
    run.actor = next.actor;
    const { state, effects, isLate } = step(run.definition.graph, run.state, next);
    if (isLate) run.late.get(next)?.();
    run.state = state;
    collect(run, effects, isExternal);
  }
}

function putOff(runs: readonly InstanceRun[], now: number): void {
  for (const run of runs)
    for (const effect of run.asks.splice(0)) run.later.push({ effect, attempt: 0, dueAt: now });
}
