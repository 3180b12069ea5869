/** Gives the next instances of an operation their commands, some at a time, so that clicks and timers get their turn. */
import type { Sql, Tx } from '../../db/connect.ts';
import { enqueue, revive, type Job, type NewJob } from '../../job/index.ts';
import type { CommandPayload } from '../shell/kinds.ts';
import type { Planner } from '../shell/planner.ts';
import { commandOf, operationJob, type Operation } from './operation.ts';
import { selected } from './selection.ts';
import { readOperation } from './sql/read-operation.ts';
import { settleOperation } from './sql/settle-operation.ts';

/** A batch takes about as many; twice as many are on their way at most. */
const pageSize = 500;
const mostUnderWay = 2 * pageSize;
const pause = 100;

export const operationPlanner: Planner = {
  kind: operationJob,
  plan: async (tx, job, { sql, clock }) => {
    // The cast: jobs of this kind are made by `startOperation` and here alone.
    const { operation: id } = (job as Job<{ operation: string }>).payload;
    const operation = await readOperation(tx, id, { isLocked: true });
    if (operation?.state !== 'running' || operation.isIssued) return;
    const now = clock.now();
    const isBusy = operation.issued - operation.done - operation.failed >= mostUnderWay;
    const isIssued = isBusy ? false : await issue(tx, sql, operation, now);
    if (isIssued) return settleOperation(tx, id, { done: 0, failed: 0, now });
    await enqueue(tx, [
      { kind: operationJob, lane: 1, dueAt: now + (isBusy ? pause : 0), payload: { operation: id } },
    ]);
  },
};

/** True when there are no more. */
async function issue(tx: Tx, sql: Sql, operation: Operation, now: number): Promise<boolean> {
  const { id, lastId } = operation;
  const instances = await tx<{ id: string }[]>`
    select id from flow.instance where ${selected(sql, operation)} and id <= ${id}
      ${lastId === null ? sql`` : sql`and id > ${lastId}`} order by id limit ${pageSize}`;
  const ids = instances.map((instance) => instance.id);
  const isOfIncidents = operation.kind === 'retry' || operation.kind === 'resolve';
  const jobs = isOfIncidents
    ? await ofIncidents(tx, operation, ids, now)
    : ids.map((target) => jobOf(operation, now, target));
  await enqueue(tx, jobs);
  const isIssued = ids.length < pageSize;
  await tx`
    update flow.operation set issued = issued + ${jobs.length}, last_id = ${ids.at(-1) ?? lastId},
      is_issued = ${isIssued} where id = ${id}`;
  return isIssued;
}

const jobOf = (operation: Operation, now: number, target: string, incident?: number): NewJob => ({
  kind: 'flow.command',
  lane: 1,
  dueAt: now,
  target,
  payload: {
    actor: operation.actor,
    operation: operation.id,
    command: commandOf(operation, incident),
  } satisfies CommandPayload,
});

interface IncidentRow {
  id: string;
  instance: string;
  number: number | null;
  job: string | null;
}

/** What failed outside of the model is a job: it is due again, or dropped, at once. */
async function ofIncidents(
  tx: Tx,
  operation: Operation,
  instances: readonly string[],
  now: number,
): Promise<NewJob[]> {
  const rows = await tx<IncidentRow[]>`
    select id, instance_id as instance, number, job_id as job from flow.incident
    where instance_id = any(${[...instances]}::uuid[]) and resolved_at is null order by id`;
  for (const { id, number, job } of rows) {
    if (number !== null) continue;
    if (job && operation.kind === 'retry') await revive(tx, [job], now);
    else if (job) await tx`delete from core.job where id = ${job} and failed_at is not null`;
    await tx`
      update flow.incident set resolved_at = to_timestamp(${now}::float8 / 1000), resolved_by = ${operation.actor}
      where id = ${id}`;
  }
  return rows.flatMap(({ instance, number }) =>
    number === null ? [] : [jobOf(operation, now, instance, number)],
  );
}
