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
      const began = performance.now();
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
      if (lane === 1) shell.pace.measure(jobs.length, performance.now() - began);
    },
    onFailed: (jobs, error) => setAside(shell.parts.sql, jobs, error, shell.parts.clock.now()),
  };
}

/** A packed start that a process died over is taken apart: after two more deaths the one at fault stands alone. */
async function splitSuspects(shell: Shell, jobs: Job[]): Promise<Job[]> {
  const rest: Job[] = [];
  for (const job of jobs) {
    const items = job.kind === 'flow.start' ? (job as Job<StartPayload>).payload.items.length : 1;
    if (job.crashes < 2 || items < 2) rest.push(job);
    else await takeApart(shell, job as Job<StartPayload>, items);
  }
  return rest;
}

async function takeApart(shell: Shell, job: Job<StartPayload>, items: number): Promise<void> {
  // First into some twenty pieces, then into single starts.
  const pieces = items > startsPerJob ** 0.5 ? Math.ceil(items ** 0.5) : items;
  const made = await splitStart({ sql: shell.parts.sql, job, pieces, lease: shell.lease, keepsLease: false });
  if (made.length === 0) await release(shell.parts.sql, [job.id], shell.worker.number);
  shell.wake.ping();
}
