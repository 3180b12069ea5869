/**
 * Runs due jobs in this thread: loops per lane, so that a person never waits behind bulk work. Each turn claims,
 * hands the jobs to their handlers, and sleeps when there was nothing, until woken or polling.
 */
import type { Clock } from '../clock.ts';
import type { Sql } from '../db/connect.ts';
import { handleFailures, setAside, type RunnerLog } from './failures.ts';
import type { Handlers } from './handlers.ts';
import { crashLimit, type Job, type Lane } from './job.ts';
import { keepUp } from './keep-up.ts';
import { createSleep } from './sleep.ts';
import { claimSuspect } from './sql/claim-suspect.ts';
import { claim, type Claim } from './sql/claim.ts';
import { hasSuspects } from './sql/has-suspects.ts';
import type { Lease } from './sql/enqueue.ts';
import { release } from './sql/release.ts';
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

  /** One at a time in the whole system: whoever runs beside a deadly job would be counted as deadly too. */
  const tryOneSuspect = async (due: Omit<Claim, 'limit'>): Promise<boolean> => {
    if (!(await hasSuspects(sql, due))) return false;
    return worker.alone(async () => {
      const suspects = await claimSuspect(sql, due);
      const hopeless = suspects.filter(isHopeless);
      if (hopeless.length > 0) await giveUp(hopeless);
      else if (suspects.length > 0) await work(suspects);
    });
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
    return (await tryOneSuspect(due)) || jobs.length > 0;
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

  return {
    lease,
    stopping: stopping.signal,
    start: () => {
      running = [
        keepUp({ sql, clock, worker, lease, log, sleep, signal: stopping.signal }),
        ...options.lanes.flatMap((lane) => Array.from({ length: lane.loops }, () => loop(lane))),
      ];
    },
    stop: async () => {
      stopping.abort();
      await Promise.all(running);
    },
  };
}
