/**
 * Carries what crosses the border between an instance and those that it calls: ends, escalations, cancellations.
 * Whoever can be opened now gets it in this batch, and so in the same transaction; all others by a job of it.
 */
import type { Tx } from '../../../db/connect.ts';
import { openStored, type Batch } from '../open.ts';
import type { ShellParts } from '../options.ts';
import type { InstanceRun, Letter } from '../run.ts';
import { lockFreeInstances } from '../sql/lock-instances.ts';
import { callName, runningChildren } from '../sql/running-children.ts';

interface Addressed {
  to: string;
  command: Letter['command'];
  actor: string;
}

/** True when an instance of the batch has something to do. `isLate`: the batch has run long enough. */
export async function deliver(tx: Tx, parts: ShellParts, batch: Batch, isLate: boolean): Promise<boolean> {
  const senders = batch.runs.filter((run) => run.letters.length > 0);
  if (senders.length === 0) return false;
  const sent = senders.flatMap((run) => run.letters.splice(0).map((letter) => ({ letter, run })));
  const letters = await addressed(tx, batch, sent);
  const runs = new Map(batch.runs.map((run) => [run.id, run]));
  if (!isLate) await openMissing(tx, parts, { batch, runs, letters });
  let hasDelivered = false;
  for (const { to, command, actor } of letters) {
    const run = runs.get(to);
    if (run?.ended) continue;
    if (isLate || run === undefined || isHeldBack(run, command))
      batch.posted.push({ to, payload: { actor, command } });
    else {
      hasDelivered = true;
      if (command.type === 'cancel') run.isCalledOff = true;
      run.commands.push({
        ...command,
        now: batch.now,
        actor,
        timeZone: batch.timeZone,
        calendar: batch.calendar,
        calendars: batch.calendars,
      });
    }
  }
  return hasDelivered;
}

/** Calls are known to their caller by number; a call whose instance has ended needs no letter. */
async function addressed(
  tx: Tx,
  batch: Batch,
  sent: readonly { letter: Letter; run: InstanceRun }[],
): Promise<Addressed[]> {
  const calls = sent.flatMap(({ letter: { to } }) => ('caller' in to ? [to] : []));
  const children = calls.length > 0 ? await runningChildren(tx, calls) : new Map<string, string>();
  if (calls.length > 0)
    for (const { id, state } of batch.runs)
      if (state?.caller) children.set(callName({ caller: state.caller.instance, ask: state.caller.ask }), id);
  return sent.flatMap(({ letter: { to, command }, run }) => {
    const id = 'caller' in to ? children.get(callName(to)) : to.instance;
    return id === undefined ? [] : [{ to: id, command, actor: run.actor }];
  });
}

async function openMissing(
  tx: Tx,
  parts: ShellParts,
  { batch, runs, letters }: { batch: Batch; runs: Map<string, InstanceRun>; letters: readonly Addressed[] },
): Promise<void> {
  const missing = new Set(letters.flatMap(({ to }) => (runs.has(to) ? [] : [to])));
  if (missing.size === 0) return;
  for (const [id, run] of await openStored(tx, parts, await lockFreeInstances(tx, [...missing]))) {
    runs.set(id, run);
    batch.runs.push(run);
  }
}

/** While it is suspended only its end reaches it; the rest waits until it is resumed. */
const isHeldBack = (run: InstanceRun, command: Letter['command']): boolean =>
  run.status === 'suspended' && command.type !== 'cancel';
