/**
 * Runs due jobs in this thread: loops per lane, so that a person never waits behind bulk work. Each turn claims,
 * hands the jobs to their handlers, and sleeps when there was nothing, until woken or polling.
 */
import type { Clock } from '../clock.ts';
import type { Sql } from '../db/connect.ts';
import type { RunnerLog } from './failures.ts';
import type { Handlers } from './handlers.ts';
import type { Job } from './job.ts';
import { keepUp } from './keep-up.ts';
import { createSleep, type Sleep } from './sleep.ts';
import type { Lease } from './sql/enqueue.ts';
import { createTurns, type TurnLane } from './turns.ts';
import type { Wake } from './wake.ts';
import type { Worker } from './worker.ts';

export interface LaneOptions extends TurnLane {
  /** Loops of this lane: what one waits for, another may use. */
  loops: number;
}

/** Jobs born claimed by this thread, such as clicks that were handed over in memory. */
export interface Intake {
  take(lease: Lease): Promise<Job[]>;
  /** Calls back when there is something to take. */
  onGiven(listener: () => void): void;
}

export interface RunnerOptions {
  sql: Sql;
  clock: Clock;
  worker: Worker;
  wake: Wake;
  handlers: Handlers;
  log: RunnerLog;
  lanes: readonly LaneOptions[];
  intake?: Intake;
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

/** Two: while one batch of clicks waits for the database, the next is taken. */
const intakeLoops = 2;
/** So often one looks for suspects: there are none but after a crash, and what crashed can wait. */
const suspectMilliseconds = 400;

export function createRunner(options: RunnerOptions): Runner {
  const { sql, clock, worker, wake, handlers, log } = options;
  const lease = { worker: worker.number, seconds: options.leaseSeconds ?? 30 };
  const stopping = new AbortController();
  const turns = createTurns({ sql, clock, worker, handlers, log, lease, signal: stopping.signal });
  let running: Promise<void>[] = [];

  /** Until the runner stops: what `once` finds, and sleep when it found nothing. */
  const loop = async (own: Sleep, once: () => Promise<boolean>): Promise<void> => {
    while (!stopping.signal.aborted) {
      const since = own.mark();
      const wasBusy = await once().catch(async (error: unknown) => {
        log.error({ error }, 'Running jobs failed; trying again in a second.');
        await own.for(1_000);
        return true;
      });
      if (!wasBusy) await own.for(options.pollMilliseconds ?? 500, since);
    }
  };

  /**
   * A wake is heard by one loop of each lane, and by the next where the first could not take all: with every loop looking,
   * a mail that came in cost twenty looks.
   */
  const claimLoops = (lane: LaneOptions): Promise<void>[] => {
    const own = createSleep(stopping.signal);
    let looking = 0;
    let lookedAt = 0;
    let heard = 0;
    wake.onWake(() => {
      heard++;
      own.wakeOne(looking > 0);
    });
    const once = (): Promise<boolean> => {
      const forSuspects = performance.now() - lookedAt >= suspectMilliseconds;
      if (forSuspects) lookedAt = performance.now();
      let isLooking = true;
      looking++;
      const before = heard;
      const onLooked = (mayHaveMore: boolean): void => {
        if (!isLooking) return;
        isLooking = false;
        looking--;
        // A wake during the look may be of something that came after it, and what was found may take long.
        if (mayHaveMore || heard !== before) own.wakeOne(looking > 0);
      };
      const onSuspect = (): void => void (lookedAt = -Infinity);
      return turns.claimed(lane, { forSuspects, onSuspect, onLooked }).finally(() => onLooked(false));
    };
    return Array.from({ length: lane.loops }, () => loop(own, once));
  };

  const intakeLoop = (intake: Intake): Promise<void> => {
    // Of its own: a click wakes nobody else.
    const own = createSleep(stopping.signal);
    intake.onGiven(own.wake);
    return loop(own, async () => {
      const jobs = await intake.take(lease);
      if (jobs.length > 0) await turns.work(jobs);
      return jobs.length > 0;
    });
  };

  return {
    lease,
    stopping: stopping.signal,
    start: () => {
      running = [
        keepUp({ sql, clock, worker, lease, log, reclaimed: wake.wakeHere, signal: stopping.signal }),
        ...options.lanes.flatMap(claimLoops),
        ...(options.intake ? Array.from({ length: intakeLoops }, () => intakeLoop(options.intake!)) : []),
      ];
    },
    stop: async () => {
      stopping.abort();
      await Promise.all(running);
    },
  };
}
