import type { Job } from '../../job/index.ts';
import { release } from '../../job/index.ts';
import { refused } from './outcome.ts';
import type { Shell } from './shell.ts';

const pause = 500;
const mostPauses = 240;

/**
 * The database went away in the middle. When it is back, the jobs are given back unharmed: what was committed ended them.
 * Of what is in memory alone nothing was done, or nobody knows whether its commit arrived; whoever waits is told so at once.
 */
export async function handleLost(
  shell: Shell,
  given: readonly Job[],
  { error, isCommitting }: { error: unknown; isCommitting: boolean },
): Promise<void> {
  const { parts, worker, stopping } = shell;
  const [unstored, jobs] = [true, false].map((is) =>
    given.filter((job) => (job.isUnstored ?? false) === is),
  ) as [Job[], Job[]];
  for (const job of unstored)
    shell.settle(job.id, refused(503, isCommitting ? 'flow-uncertain' : 'database-unavailable'));
  if (jobs.length === 0) return;
  parts.log.error({ error, count: jobs.length }, 'The database is gone; its work waits.');
  for (let count = 0; count < mostPauses && !stopping.aborted; count++) {
    const isBack = await release(
      parts.sql,
      jobs.map((job) => job.id),
      worker.number,
    ).then(
      () => true,
      () => false,
    );
    if (isBack) break;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  for (const job of jobs) shell.settle(job.id, refused(503, 'flow-delayed'));
}
