import { backOff, fail, retry, type Job } from '../../job/index.ts';
import type { Sql, Tx } from '../../db/connect.ts';
import { countOutcomes, type OperationOutcome } from '../operations/count-outcomes.ts';
import type { CommandPayload, StartPayload } from './kinds.ts';
import { refused } from './outcome.ts';
import type { Shell } from './shell.ts';
import { insertIncidents, type NewIncident } from './sql/insert-incidents.ts';
import { InstanceTooLarge } from './state-text.ts';

const base = 1_000;

/** A job failed alone: later again with back-off; the last time it is set aside, and a person is told. */
export async function giveUpJob(
  shell: Pick<Shell, 'parts' | 'worker' | 'settle'>,
  job: Job,
  error: unknown,
): Promise<void> {
  const { parts, worker } = shell;
  const { sql, clock, log } = parts;
  const message = error instanceof Error ? error.message : String(error);
  const attempt = job.attempts + 1;
  log.error({ error, kind: job.kind, target: job.target, attempt }, 'A flow job failed.');
  const isLast = attempt >= job.maxAttempts;
  const element = error instanceof InstanceTooLarge ? error.element : null;
  if (isLast) await setAside(sql, [job], message, clock.now(), element);
  else
    await retry(
      sql,
      [{ id: job.id, dueAt: clock.now() + backOff({ attempt, base }), error: message }],
      worker.number,
    );
  const problem = isLast ? { status: 500, code: 'flow-failed' } : { status: 503, code: 'flow-delayed' };
  shell.settle(job.id, { ok: false, problem });
}

/**
 * Failed jobs become incidents `flow.internal`; reviving the incident revives the job. In one transaction: a job that is
 * set aside without its incident would be waited for by everybody and seen by nobody.
 */
export const setAside = (
  sql: Sql,
  jobs: readonly Job[],
  message: string,
  now: number,
  element: string | null = null,
): Promise<void> =>
  sql.begin(async (tx) => {
    await fail(
      tx,
      jobs.map((job) => job.id),
      message,
    );
    await countOutcomes(tx, jobs.flatMap(operationOutcome), now);
    const incidents = await incidentsOf(tx, jobs, message);
    await insertIncidents(
      tx,
      incidents.map((one) => ({ ...one, element })),
      now,
    );
  });

async function incidentsOf(
  tx: Tx,
  jobs: readonly Job[],
  message: string,
): Promise<Omit<NewIncident, 'element'>[]> {
  const stored = await tx<{ id: string; flow: string; version: number }[]>`
    select id, flow, version from flow.instance where id = any(${jobs.flatMap((job) => job.target ?? [])}::uuid[])`;
  return jobs.map((job) => {
    const instance = stored.find((one) => one.id === job.target);
    // Starts say their flow themselves; other kinds may have none.
    const payload = job.payload as Partial<StartPayload>;
    return {
      instance: job.target,
      number: null,
      job: job.id,
      flow: instance?.flow ?? payload.flow ?? null,
      version: instance?.version ?? payload.version ?? null,
      code: 'flow.internal',
      message,
    };
  });
}

/** An operation on many goes on without the one that failed. */
function operationOutcome(job: Job): OperationOutcome[] {
  const { operation } = job.payload as Partial<CommandPayload>;
  return operation && job.target
    ? [{ operation, instance: job.target, outcome: refused(500, 'flow-failed') }]
    : [];
}
