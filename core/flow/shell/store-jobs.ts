import { enqueue, type Job } from '../../job/index.ts';
import type { Shell } from './shell.ts';

/**
 * A click begins in memory: its answer is given when its batch is on disk, so storing it first told nobody anything, and
 * was half of what it cost. It is stored where it must outlive this process or this batch: before a handler of a plugin
 * runs, which may end the process and is then found by it; when it is put off; and when it fails.
 */
export async function storeJobs(
  { worker, lease }: Pick<Shell, 'worker' | 'lease'>,
  jobs: readonly Job[],
): Promise<void> {
  const unstored = jobs.filter((job) => job.isUnstored);
  if (unstored.length === 0) return;
  await enqueue(
    worker.quick,
    // The lease counts as its first claim.
    unstored.map((job) => ({ ...job, dueAt: job.dueAt.getTime(), crashes: 0 })),
    lease,
  );
  for (const job of unstored) job.isUnstored = false;
}
