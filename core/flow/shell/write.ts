/** Writes a batch: one statement per table, sent without waiting for each other, in the batch's transaction. */
import type { Tx } from '../../db/connect.ts';
import { newId } from '../../db/new-id.ts';
import { complete, enqueue } from '../../job/index.ts';
import { mayBeStuck, stuckTokens, summarize } from '../step/index.ts';
import type { Summary, Wait } from '../step/types.ts';
import { writeMigrated } from '../migrate/write-migrated.ts';
import { writeMerged } from './merged/write-merged.ts';
import { countOutcomes, type OperationOutcome } from '../operations/count-outcomes.ts';
import { askKey } from './kinds.ts';
import { followUps, postedCommand, returnedMessage } from './follow-ups.ts';
import { openMessages } from './messages/open-messages.ts';
import { parkedUntil, type Batch } from './open.ts';
import { refused } from './outcome.ts';
import { putAway, writePutAway } from './parts/put-away.ts';
import { resolveAssignees } from './resolve-assignees.ts';
import type { InstanceRun } from './run.ts';
import { closeWaits } from './sql/close-waits.ts';
import { completeWorkItems } from './sql/complete-work-items.ts';
import { dropAsks } from './sql/drop-asks.ts';
import { insertCalls } from './sql/insert-calls.ts';
import { insertFinished } from './sql/insert-finished.ts';
import { insertHistory } from './sql/insert-history.ts';
import { insertIncidents } from './sql/insert-incidents.ts';
import { insertInstances } from './sql/insert-instances.ts';
import type { NewSubscription } from './sql/insert-subscriptions.ts';
import { insertWorkItems, type NewWorkItem } from './sql/insert-work-items.ts';
import { removeEnded } from './sql/remove-ended.ts';
import { resolveIncidents } from './sql/resolve-incidents.ts';
import { unpark } from './sql/unpark.ts';
import { updateInstances } from './sql/update-instances.ts';

/** What other people's screens must hear of. */
export interface Changed {
  instances: string[];
  workItems: string[];
  operations: string[];
  /** Jobs of follow-up work were made: somebody should look. */
  hasFollowUps: boolean;
}

export async function writeBatch(tx: Tx, batch: Batch, lane: 0 | 1, worker: number): Promise<Changed> {
  const { runs, now } = batch;
  const jobs = [
    ...runs.flatMap((run) => followUps(run, batch, lane)),
    ...batch.returned.map((message) => returnedMessage(message, batch, lane)),
    ...batch.posted.map(({ to, payload }) => postedCommand(to, payload, { dueAt: batch.now, lane })),
  ];
  const [workItems] = await Promise.all([
    writeWaits(tx, runs, now),
    writeInstances(tx, batch),
    writeIncidents(tx, runs, now),
    // The end of a job goes before the next one of the same key.
    complete(
      tx,
      batch.jobs.flatMap((job) => (job.isUnstored ? [] : [job.id])),
      worker,
    ),
    enqueue(tx, jobs),
  ]);
  const waiting = runs.filter((run) => !run.ended);
  await unpark(
    tx,
    waiting.filter((run) => run.isResumed).map((run) => run.id),
    { now, parkedUntil },
  );
  await writeMigrated(tx, waiting);
  await writeMerged(tx, waiting);
  const operations = await countOutcomes(tx, operationOutcomes(batch), now);
  // A timer that is due later is found when it is.
  const isDue = jobs.some(({ dueAt }) => dueAt <= now);
  const taken = await openMessages(tx, waiting.flatMap(subscriptionsOf), now);
  return {
    instances: runs.map((run) => run.id),
    workItems,
    operations,
    hasFollowUps: isDue || taken > 0,
  };
}

/** Whoever tries many again is told which of them stopped once more, and where. */
function operationOutcomes({ operations, outcomes, runs }: Batch): OperationOutcome[] {
  if (operations.size === 0) return [];
  const runOf = new Map(runs.map((run) => [run.id, run]));
  return [...operations].flatMap(([job, of]) => {
    const outcome = outcomes.get(job);
    if (!outcome) return [];
    const run = runOf.get(of.instance);
    const element = outcome.ok ? run?.incidents[0]?.element : undefined;
    if (!run || element === undefined) return [{ ...of, outcome }];
    const name = run.definition.graph.nodes[element]?.name || element;
    return [{ ...of, outcome: refused(409, 'flow-stopped-again', { element: name }) }];
  });
}

async function writeInstances(tx: Tx, { runs, now, room }: Batch): Promise<void> {
  const waiting = runs.filter((run) => !run.ended);
  const ended = runs.filter((run) => run.ended);
  const summaries = new Map(
    runs.map((run) => [run, run.state && summarize(run.definition.graph, run.state)]),
  );
  for (const run of waiting) describe(run, summaries.get(run) ?? null);
  const away = putAway(waiting);
  const history = runs
    .filter((run) => run.history.length > 0)
    .map((run) => ({ instance: run.id, seq: run.seq++, entries: run.history }));
  await Promise.all([
    insertInstances(
      tx,
      waiting.filter((run) => run.isNew),
      room,
    ),
    updateInstances(
      tx,
      waiting.filter((run) => !run.isNew),
      room,
    ),
    insertFinished(
      tx,
      ended.map((run) => ({ run, variables: summaries.get(run)?.variables ?? {} })),
      now,
    ),
    writePutAway(tx, away),
    insertHistory(tx, history, now),
    insertCalls(
      tx,
      runs.filter((run) => run.isNew && run.state?.caller !== undefined),
    ),
  ]);
}

function describe(run: InstanceRun, summary: Summary | null): void {
  if (summary === null) return;
  run.status = summary.state;
  run.elements = [...new Set(summary.tokens.map((token) => token.element))];
  const { graph } = run.definition;
  run.isStuck = mayBeStuck(graph, run.elements) && stuckTokens(graph, run.state!).length > 0;
}

/** Answers the work items that changed. */
async function writeWaits(tx: Tx, runs: readonly InstanceRun[], now: number): Promise<string[]> {
  const waiting = runs.filter((run) => !run.ended);
  const ended = runs.filter((run) => run.ended && !run.isNew);
  const workItems = waiting.flatMap((run) =>
    opened(run, 'work-item').map(([wait, body]): NewWorkItem => ({ id: newId(), run, wait, body })),
  );
  if (workItems.length > 0) await resolveAssignees(tx, workItems);
  const changed = await Promise.all([
    completeWorkItems(
      tx,
      runs.flatMap((run) => [...run.completed.values()]),
      now,
    ),
    closeWaits(
      tx,
      waiting.flatMap((run) => run.closed.map((wait) => ({ instance: run.id, wait }))),
      now,
    ),
    removeEnded(tx, ended, now),
    insertWorkItems(tx, workItems, now),
    dropAsks(
      tx,
      waiting.flatMap((run) => (run.isNew ? [] : run.abandoned.map((ask) => askKey(run.id, ask)))),
    ),
  ]);
  return [...workItems.map((item) => item.id), ...changed.flatMap((ids) => ids ?? [])];
}

async function writeIncidents(tx: Tx, runs: readonly InstanceRun[], now: number): Promise<void> {
  const resolved = runs.flatMap((run) =>
    run.resolved.map((number) => ({ instance: run.id, number, by: run.actor })),
  );
  await Promise.all([
    insertIncidents(tx, runs.filter((run) => !run.ended).flatMap(incidentsOf), now),
    resolveIncidents(tx, resolved, now),
  ]);
}

const opened = <Kind extends Wait['kind']>(
  run: InstanceRun,
  kind: Kind,
): [number, Extract<Wait, { kind: Kind }>][] =>
  // The filter keeps this kind alone.
  [...run.opened].filter(([, body]) => body.kind === kind) as [number, Extract<Wait, { kind: Kind }>][];

const subscriptionsOf = (run: InstanceRun): Omit<NewSubscription, 'isTaken'>[] =>
  (['message', 'signal', 'condition'] as const).flatMap((kind) =>
    opened(run, kind).map(([wait, body]) => ({ instance: run.id, wait, body })),
  );

const incidentsOf = (run: InstanceRun) =>
  run.incidents.map(({ incident, element, code, message, params, expression, input }) => ({
    instance: run.id,
    number: incident,
    flow: run.definition.key,
    version: run.definition.version,
    element,
    code,
    message,
    params,
    expression,
    input,
  }));
