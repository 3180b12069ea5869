/** What a runner does with jobs that it claimed, was given, or must try alone. */
import type { Clock } from '../clock.ts';
import type { Sql } from '../db/connect.ts';
import { handleFailures, setAside, type RunnerLog } from './failures.ts';
import type { Handlers } from './handlers.ts';
import { crashLimit, type Job, type Lane } from './job.ts';
import { claimSuspect } from './sql/claim-suspect.ts';
import { claim, type Claim } from './sql/claim.ts';
import type { Lease } from './sql/enqueue.ts';
import { hasSuspects } from './sql/has-suspects.ts';
import { release } from './sql/release.ts';
import type { Worker } from './worker.ts';

export interface TurnsInput {
  sql: Sql;
  clock: Clock;
  worker: Worker;
  handlers: Handlers;
  log: RunnerLog;
  lease: Lease;
  signal: AbortSignal;
}

export interface TurnLane {
  lane: Lane;
  /** Jobs of one claim; asked before each. */
  limit(): number;
}

export interface Looking {
  forSuspects: boolean;
  /** One was tried: there may be more. */
  onSuspect(): void;
  /** Before the work; whether there may be more than was claimed. */
  onLooked(mayHaveMore: boolean): void;
}

export interface Turns {
  work(jobs: Job[]): Promise<void>;
  /** Claims what is due and works on it; answers whether there was anything. */
  claimed(lane: TurnLane, looking: Looking): Promise<boolean>;
}

/** So long after a look that found something jobs are taken to stream. */
const streamMilliseconds = 100;
/** So often all that is due is looked at even then. */
const wholeMilliseconds = 400;
/** So long before what was due at that look the next one begins. */
const lateMilliseconds = 10_000;

const isHopeless = (job: Job): boolean => job.crashes > crashLimit;

export function createTurns({ sql, clock, worker, handlers, log, lease, signal }: TurnsInput): Turns {
  const work = async (jobs: Job[]): Promise<void> => {
    const context = { worker: lease.worker, signal: signal };
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
      await setAside({ sql }, handler, group, `It ended its process, or stood still, ${crashLimit} times.`);
  };

  /** One at a time in the whole system: whoever runs beside a deadly job would be counted as deadly too. */
  const tryOneSuspect = async (due: Omit<Claim, 'limit' | 'since'>): Promise<boolean> => {
    if (!(await hasSuspects(sql, due))) return false;
    return worker.alone(async () => {
      const suspects = await claimSuspect(worker.quick, due);
      const hopeless = suspects.filter(isHopeless);
      if (hopeless.length > 0) await giveUp(hopeless);
      else if (suspects.length > 0) await work(suspects);
    });
  };

  const streams = new Map<Lane, { wholeAt: number; foundAt: number; dueAt: number }>();

  /**
   * What is due, from the earliest on. What was done meanwhile is skipped while jobs stream: reading past a million timers that
   * had come true was most of what the next one cost.
   */
  const look = async (due: Omit<Claim, 'since'>): Promise<Job[]> => {
    const now = performance.now();
    const stream = streams.get(due.lane) ?? { wholeAt: -Infinity, foundAt: -Infinity, dueAt: 0 };
    streams.set(due.lane, stream);
    const isStream = now - stream.foundAt < streamMilliseconds;
    const isWhole = !isStream || now - stream.wholeAt > wholeMilliseconds;
    const jobs = await claim(worker.quick, {
      ...due,
      ...(!isWhole && { since: stream.dueAt - lateMilliseconds }),
    });
    const [first] = jobs;
    if (isWhole) stream.wholeAt = now;
    if (first) Object.assign(stream, { foundAt: performance.now(), dueAt: first.dueAt.getTime() });
    return jobs;
  };

  const claimed: Turns['claimed'] = async (lane, { forSuspects, onSuspect, onLooked }) => {
    // The test clock may have been moved elsewhere; the wall clock answers at once.
    await clock.refresh();
    const due = { lane: lane.lane, now: clock.now(), lease };
    const limit = lane.limit();
    const jobs = await look({ ...due, limit });
    onLooked(jobs.length >= limit);
    if (jobs.length > 0) await work(jobs);
    const hasTried = forSuspects && (await tryOneSuspect(due));
    if (hasTried) onSuspect();
    return hasTried || jobs.length > 0;
  };

  return { work, claimed };
}
