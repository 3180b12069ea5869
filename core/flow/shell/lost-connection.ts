import type { Job } from '../../job/index.ts';
import { release } from '../../job/index.ts';
import type { Shell } from './shell.ts';

const pause = 500;
const mostPauses = 240;

/** The database went away in the middle: nothing was committed. When it is back, the jobs are given back unharmed. */
export async function handleLost(shell: Shell, jobs: readonly Job[], error: unknown): Promise<void> {
  const { parts, worker, stopping } = shell;
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
  for (const job of jobs) shell.settle(job.id, { ok: false, problem: { status: 503, code: 'flow-delayed' } });
}
