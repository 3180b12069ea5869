/** Jobs that are not of one instance: they decide which instances to start or to wake, and leave jobs for them. */
import { isConnectionLoss } from '../../db/connection-loss.ts';
import { isRollback } from '../../db/rollback.ts';
import type { Tx } from '../../db/connect.ts';
import { Problem } from '../../errors.ts';
import { complete, hold, type Job } from '../../job/index.ts';
import { handleLost } from './lost-connection.ts';
import { LateSubscriber } from './messages/publish.ts';
import type { ShellParts } from './options.ts';
import { done, type Outcome } from './outcome.ts';
import type { Shell } from './shell.ts';

export interface Planner {
  kind: string;
  /** Answers what whoever submitted the job gets. */
  plan(tx: Tx, job: Job, parts: ShellParts): Promise<unknown>;
}

const mostTries = 5;

export async function runPlanner(shell: Shell, planner: Planner, job: Job): Promise<void> {
  for (let count = 1; ; count++) {
    try {
      const outcome = await planOnce(shell, planner, job);
      shell.settle(job.id, outcome);
      shell.wake.ping();
      return;
    } catch (error) {
      if (isConnectionLoss(error)) return handleLost(shell, [job], { error, isCommitting: false });
      if (count < mostTries && (error instanceof LateSubscriber || isRollback(error))) continue;
      if (error instanceof Problem) return refuse(shell, job, error);
      return shell.giveUp(job, error);
    }
  }
}

const planOnce = ({ parts, worker }: Shell, planner: Planner, job: Job): Promise<Outcome> =>
  parts.sql.begin(async (tx): Promise<Outcome> => {
    const held = await hold(tx, [job.id], worker.number);
    if (!held.has(job.id)) return { ok: false, problem: { status: 503, code: 'flow-delayed' } };
    // First, so that a job that plans its own successor may give it the same key.
    await complete(tx, [job.id], worker.number);
    return done(await planner.plan(tx, job, parts));
  });

async function refuse(
  { parts, worker, settle }: Shell,
  job: Job,
  { status, code, params }: Problem,
): Promise<void> {
  await complete(parts.sql, [job.id], worker.number);
  settle(job.id, { ok: false, problem: { status, code, params } });
}
