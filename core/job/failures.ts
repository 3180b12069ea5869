/** What the runner does with jobs whose handler threw: back-off, and in the end set aside. */
import type { Clock } from '../clock.ts';
import type { Sql } from '../db/connect.ts';
import { backOff } from './back-off.ts';
import type { JobHandler } from './handlers.ts';
import type { Job } from './job.ts';
import type { Lease } from './sql/enqueue.ts';
import { fail } from './sql/fail.ts';
import { retry } from './sql/retry.ts';

export interface RunnerLog {
  error(data: object, message: string): void;
}

interface Context {
  sql: Sql;
  clock: Clock;
  lease: Lease;
  log: RunnerLog;
}

const base = 1_000;

export async function handleFailures(
  context: Context,
  handler: JobHandler,
  jobs: Job[],
  error: unknown,
): Promise<void> {
  const { sql, clock, lease, log } = context;
  const message = error instanceof Error ? error.message : String(error);
  log.error({ error, kinds: [...new Set(jobs.map((job) => job.kind))], count: jobs.length }, 'Jobs failed.');
  const isLast = (job: Job): boolean => job.attempts + 1 >= job.maxAttempts;
  const again = jobs.filter((job) => !isLast(job));
  await retry(
    sql,
    again.map((job) => ({
      id: job.id,
      error: message,
      dueAt: clock.now() + backOff({ attempt: job.attempts + 1, base }),
    })),
    lease.worker,
  );
  const last = jobs.filter(isLast);
  if (last.length > 0) await setAside(context, handler, last, message);
}

/** Sets jobs aside for a person, and lets their handler say so in its own tables first: twice rather than never. */
export async function setAside(
  context: Pick<Context, 'sql'>,
  handler: JobHandler,
  jobs: Job[],
  error: string,
): Promise<void> {
  const left = (await handler.onFailed?.(jobs, error)) ?? jobs;
  await fail(
    context.sql,
    left.map((job) => job.id),
    error,
  );
}
