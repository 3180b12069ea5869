/**
 * Runs due jobs in this thread: loops per lane, so that a person never waits behind bulk work. Each turn claims,
 * hands the jobs to their handlers, and sleeps when there was nothing, until woken or polling.
 */
import type { Clock } from '../clock.ts';
import type { Sql } from '../db/connect.ts';
import { handleFailures, setAside, type RunnerLog } from './failures.ts';
import type { Handlers } from './handlers.ts';
import { crashLimit, type Job, type Lane } from './job.ts';
import { createSleep } from './sleep.ts';
import { claimSuspect } from './sql/claim-suspect.ts';
import { claim } from './sql/claim.ts';
import type { Lease } from './sql/enqueue.ts';
import { reclaim } from './sql/reclaim.ts';
import { release } from './sql/release.ts';
import { renew } from './sql/renew.ts';
import type { Wake } from './wake.ts';
import type { Worker } from './worker.ts';

export interface LaneOptions {
  lane: Lane;
  /** Loops of this lane: what one waits for, another may use. */
  loops: number;
  /** Jobs of one claim; asked before each. */
  limit(): number;
  /** Jobs born claimed by this thread, such as clicks that were handed over in memory. */
  intake?(): Promise<Job[]>;
}

export interface RunnerOptions {
  sql: Sql;
  clock: Clock;
  worker: Worker;
  wake: Wake;
  handlers: Handlers;
  log: RunnerLog;
  lanes: readonly LaneOptions[];
  pollMilliseconds?: number;
  leaseSeconds?: number;
}

export interface Runner {
  readonly lease: Lease;
  /** Aborted when the runner is told to stop. */
  readonly stopping: AbortSignal;
  start(): void;
  /** Ends the turn at work, gives back what was only claimed. */
  stop(): Promise<void>;
}

const isHopeless = (job: Job): boolean => job.crashes > crashLimit;

const upkeepMilliseconds = 2_000;
/** A suspect gets a turn at least this often while there is other work. */
const suspectEvery = 8;

export function createRunner(options: RunnerOptions): Runner {
  const { sql, clock, worker, wake, handlers, log } = options;
  const lease = { worker: worker.number, seconds: options.leaseSeconds ?? 30 };
  const stopping = new AbortController();
  const sleep = createSleep(stopping.signal);
  wake.onWake(sleep.wake);
  let running: Promise<void>[] = [];

  const work = async (jobs: Job[]): Promise<void> => {
    const context = { worker: lease.worker, signal: stopping.signal };
    const groups = [...handlers.group(jobs)];
    await Promise.all(
      groups.map(([handler, group]) =>
        handler
          .run(group, context)
          .catch((error: unknown) => handleFailures({ sql, clock, lease, log }, handler, group, error)),
      ),
    );
    const known = new Set(groups.flatMap(([, group]) => group.map((job) => job.id)));
    const unknown = jobs.filter((job) => !known.has(job.id)).map((job) => job.id);
    // Another version of the server may know them.
    await release(sql, unknown, lease.worker, clock.now() + 60_000);
  };

  const giveUp = async (jobs: Job[]): Promise<void> => {
    for (const [handler, group] of handlers.group(jobs))
      await setAside({ sql }, handler, group, `The process ended ${crashLimit} times while it ran this.`);
  };

  const turn = async (lane: LaneOptions, count: number): Promise<boolean> => {
    // The test clock may have been moved elsewhere; the wall clock answers at once.
    await clock.refresh();
    const due = { lane: lane.lane, now: clock.now(), lease };
    const [given, claimed] = await Promise.all([
      lane.intake?.() ?? [],
      claim(sql, { ...due, limit: lane.limit() }),
    ]);
    const jobs = [...given, ...claimed];
    if (jobs.length > 0) await work(jobs);
    if (jobs.length > 0 && count % suspectEvery !== 0) return true;
    const suspects = await claimSuspect(sql, due);
    const [hopeless, worthATry] = [suspects.filter(isHopeless), suspects.filter((job) => !isHopeless(job))];
    if (hopeless.length > 0) await giveUp(hopeless);
    if (worthATry.length > 0) await work(worthATry);
    return jobs.length + suspects.length > 0;
  };

  const loop = async (lane: LaneOptions): Promise<void> => {
    for (let count = 1; !stopping.signal.aborted; count++) {
      const since = sleep.mark();
      const wasBusy = await turn(lane, count).catch(async (error: unknown) => {
        log.error({ error }, 'Running jobs failed; trying again in a second.');
        await sleep.for(1_000);
        return true;
      });
      if (!wasBusy) await sleep.for(options.pollMilliseconds ?? 500, since);
    }
  };

  const upkeep = async (): Promise<void> => {
    for (let count = 0; !stopping.signal.aborted; count++) {
      await (async () => {
        await worker.confirm();
        await clock.refresh();
        if (count % 4 === 0) await renew(sql, lease);
        if ((await reclaim(sql)) > 0) sleep.wake();
      })().catch((error: unknown) => log.error({ error }, 'The upkeep of jobs failed; trying again.'));
      await sleep.for(upkeepMilliseconds, 'stop only');
    }
  };

  return {
    lease,
    stopping: stopping.signal,
    start: () => {
      running = [
        upkeep(),
        ...options.lanes.flatMap((lane) => Array.from({ length: lane.loops }, () => loop(lane))),
      ];
    },
    stop: async () => {
      stopping.abort();
      await Promise.all(running);
    },
  };
}
