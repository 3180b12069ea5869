/** Runs claimed flow jobs: those of instances as one batch, the others each in a transaction of its own. */
import type { JobHandler } from '../../job/index.ts';
import { release, type Job } from '../../job/index.ts';
import { runJobs } from './attempt.ts';
import { setAside } from './give-up.ts';
import { instanceKinds, startsPerJob, type StartPayload } from './kinds.ts';
import type { Planner } from './planner.ts';
import { runPlanner } from './planner.ts';
import type { Shell } from './shell.ts';
import { splitStart } from './split.ts';

export function createBatchHandler(shell: Shell, planners: readonly Planner[]): JobHandler {
  const plannerOf = new Map(planners.map((planner) => [planner.kind, planner]));
  return {
    kinds: [...instanceKinds, ...plannerOf.keys()],
    run: async (jobs) => {
      const lane = jobs[0]!.lane === 0 ? 0 : 1;
      const measured = shell.pace.begin();
      const rest = await splitSuspects(shell, jobs);
      for (const job of rest) {
        const planner = plannerOf.get(job.kind);
        if (planner) await runPlanner(shell, planner, job);
      }
      await runJobs(
        shell,
        rest.filter((job) => !plannerOf.has(job.kind)),
        lane,
      );
      if (lane === 1) measured(jobs.length);
    },
    onFailed: async (jobs, error) => {
      const alone = jobs.filter((job) => !isPack(job));
      for (const job of jobs) if (isPack(job)) await takeApart(shell, job, job.payload.items.length);
      if (alone.length > 0) await setAside(shell.parts.sql, alone, error, shell.parts.clock.now());
      // Nobody would be told of a pack that is set aside whole: what is not taken apart yet is tried again.
      return alone;
    },
  };
}

/**
 * A packed start that a process died over is taken apart: into some ten pieces after the first death, into single
 * starts after the second, so that the third leaves the one at fault alone. Where processes were ended from outside
 * before they came to it, a pack may be hopeless: it is taken apart even then, for most of it has done nothing.
 */
async function splitSuspects(shell: Shell, jobs: Job[]): Promise<Job[]> {
  const rest: Job[] = [];
  for (const job of jobs) {
    const pieces = isPack(job) ? piecesOf(job) : 1;
    if (isPack(job) && pieces > 1) await takeApart(shell, job, pieces);
    else rest.push(job);
  }
  return rest;
}

const pieceSize = Math.ceil(startsPerJob ** 0.5);

const isPack = (job: Job): job is Job<StartPayload> =>
  // The cast: what starts flows carries this.
  job.kind === 'flow.start' && (job as Job<StartPayload>).payload.items.length > 1;

function piecesOf(job: Job<StartPayload>): number {
  const { items } = job.payload;
  if (job.crashes < 2) return 1;
  if (items.length > pieceSize) return Math.ceil(items.length / pieceSize);
  return job.crashes > 2 ? items.length : 1;
}

async function takeApart(shell: Shell, job: Job<StartPayload>, pieces: number): Promise<void> {
  const { parts, worker, lease, wake } = shell;
  const made = await splitStart({ sql: parts.sql, job, pieces, lease, keepsLease: false });
  if (made.length === 0) await release(parts.sql, [job.id], worker.number);
  wake.ping();
}
