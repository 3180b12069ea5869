/** One batch in one transaction; what fails is halved until the one at fault stands alone. */
import { isConnectionLoss } from '../../db/connection-loss.ts';
import { isRollback } from '../../db/rollback.ts';
import type { Job } from '../../job/index.ts';
import { handleLost } from './lost-connection.ts';
import type { StartPayload } from './kinds.ts';
import { measureBatch } from './metrics.ts';
import { openBatch } from './open.ts';
import { refused, type Outcome } from './outcome.ts';
import { isOfPerson, refuseJob } from './refuse-job.ts';
import { runRounds } from './rounds.ts';
import type { Shell } from './shell.ts';
import { splitStart } from './split.ts';
import { InstanceTooLarge } from './state-text.ts';
import { storeJobs } from './store-jobs.ts';
import { writeBatch } from './write.ts';

export async function runJobs(shell: Shell, jobs: readonly Job[], lane: 0 | 1): Promise<void> {
  if (jobs.length === 0) return;
  const progress = { isCommitting: false };
  try {
    await runBatch(shell, jobs, lane, { progress });
  } catch (error) {
    if (isConnectionLoss(error) || !(await areStored(shell, jobs)))
      return handleLost(shell, jobs, { error, ...progress });
    if (jobs.length > 1) return halve(shell, jobs, lane);
    const [job] = jobs as [Job];
    if (isStart(job) && job.payload.items.length > 1) return halveStart(shell, job, lane);
    if (error instanceof InstanceTooLarge) return runWeighed(shell, job, lane);
    if (isRollback(error) && job.attempts === 0) return runAgain(shell, job, lane, error);
    await shell.giveUp(job, error);
  }
}

async function runBatch(
  shell: Shell,
  jobs: readonly Job[],
  lane: 0 | 1,
  { isWeighed = false, progress = { isCommitting: false } } = {},
): Promise<void> {
  const { parts, worker } = shell;
  await shell.history.ensure(parts.clock.now());
  const { batch, changed } = await parts.sql.begin(async (tx) => {
    const batch = await openBatch(tx, shell, jobs);
    batch.isWeighed = isWeighed;
    await runRounds(tx, parts, batch);
    const changed = await writeBatch(tx, batch, lane, worker.number);
    progress.isCommitting = true;
    return { batch, changed };
  });
  measureBatch(batch.runs, batch.now);
  const answers = new Map<string, Outcome>(batch.outcomes);
  for (const [job, outcome] of answers) shell.settle(job, outcome);
  if (changed.hasFollowUps) shell.wake.ping();
  if (batch.hasCalled) parts.events.wake();
  shell.changes.add(changed);
}

async function halve(shell: Shell, jobs: readonly Job[], lane: 0 | 1): Promise<void> {
  const middle = jobs.length >> 1;
  await runJobs(shell, jobs.slice(0, middle), lane);
  await runJobs(shell, jobs.slice(middle), lane);
}

async function halveStart(shell: Shell, job: Job<StartPayload>, lane: 0 | 1): Promise<void> {
  const { parts, lease } = shell;
  const pieces = await splitStart({ sql: parts.sql, job, pieces: 2, lease, keepsLease: true });
  shell.settle(job.id, { ok: true, value: null });
  for (const piece of pieces) await runJobs(shell, [piece], lane);
}

/** The answer that is too much is told at its element; what else is, to whoever brought it. */
const runWeighed = (shell: Shell, job: Job, lane: 0 | 1): Promise<void> =>
  runBatch(shell, [job], lane, { isWeighed: true }).catch((error: unknown) =>
    error instanceof InstanceTooLarge && isOfPerson(job)
      ? refuseJob(shell, job, refused(422, 'instance-large', error.params))
      : shell.giveUp(job, error),
  );

/** A deadlock's loser alone: the others are through by now. */
const runAgain = (shell: Shell, job: Job, lane: 0 | 1, error: unknown): Promise<void> =>
  runBatch(shell, [job], lane).catch(() => shell.giveUp(job, error));

const areStored = (shell: Shell, jobs: readonly Job[]): Promise<boolean> =>
  storeJobs(shell, jobs).then(
    () => true,
    () => false,
  );

const isStart = (job: Job): job is Job<StartPayload> => job.kind === 'flow.start';
