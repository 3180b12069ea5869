/**
 * Commands of people, handed over in memory. Those for one instance begin there (`store-jobs.ts`); the others are written
 * as jobs that this worker already holds, one insert for all that came together. Each is answered when its batch is on disk.
 */
import { setTimeout as aMoment } from 'node:timers/promises';
import type { Sql } from '../../db/connect.ts';
import { newId } from '../../db/new-id.ts';
import { enqueue, type Intake, type Job, type NewJob } from '../../job/index.ts';
import { instanceKinds } from './kinds.ts';
import { refused, type Outcome } from './outcome.ts';

/** `take` answers what was submitted since its last call, stored and claimed. */
export interface CommandIntake extends Intake {
  submit(jobs: readonly NewJob[]): Promise<Outcome[]>;
  /** Milliseconds since the last command but one: a signal that wakes ten thousand is one, and nobody clicks beside it. */
  idleFor(): number;
  settle(job: string, outcome: Outcome): void;
}

interface Submitted {
  job: NewJob & { id: string };
  resolve(outcome: Outcome): void;
}

const mostAtOnce = 200;
/**
 * Where this many came at a time, the next batch waits a moment for more: what a batch costs by itself, whatever is in
 * it, was half of what a click took with eleven in a batch. Single people never wait.
 */
const few = 4;
const gatherMilliseconds = 4;
/** A step that another process took over, or that waits for a start, is not waited for longer. */
const patience = 20_000;

export function createIntake(sql: Sql): CommandIntake {
  let given = (): void => {};
  let [lastAt, beforeAt] = [-Infinity, -Infinity];
  let lastTaken = 0;
  const queue: Submitted[] = [];
  const waiting = new Map<string, (outcome: Outcome) => void>();
  return {
    idleFor: () => performance.now() - beforeAt,
    submit: (jobs) => {
      [lastAt, beforeAt] = [performance.now(), lastAt];
      const outcomes = jobs.map(
        (job) =>
          new Promise<Outcome>((resolve) => queue.push({ job: { ...job, id: job.id ?? newId() }, resolve })),
      );
      given();
      return Promise.all(outcomes);
    },
    take: async (lease) => {
      if (queue.length > 0 && lastTaken > few) await aMoment(gatherMilliseconds);
      const some = queue.splice(0, mostAtOnce);
      lastTaken = some.length;
      if (some.length === 0) return [];
      for (const { job, resolve } of some)
        waiting.set(
          job.id,
          withPatience(resolve, () => waiting.delete(job.id)),
        );
      try {
        await enqueue(
          sql,
          some.flatMap(({ job }) => (beginsInMemory(job) ? [] : [job])),
          lease,
        );
      } catch (error) {
        for (const { job, resolve } of some) {
          waiting.delete(job.id);
          resolve(refused(503, 'database-unavailable'));
        }
        throw error;
      }
      return some.map(({ job }) => claimed(job));
    },
    onGiven: (listener) => {
      given = listener;
    },
    settle: (job, outcome) => {
      waiting.get(job)?.(outcome);
      waiting.delete(job);
    },
  };
}

function withPatience(resolve: (outcome: Outcome) => void, forget: () => void): (outcome: Outcome) => void {
  const timer = setTimeout(() => {
    forget();
    resolve(refused(503, 'flow-uncertain'));
  }, patience);
  timer.unref();
  return (outcome) => {
    clearTimeout(timer);
    resolve(outcome);
  };
}

const claimed = (job: NewJob & { id: string }): Job => ({
  ...job,
  dueAt: new Date(job.dueAt),
  target: job.target ?? null,
  targetLast: job.targetLast ?? null,
  key: job.key ?? null,
  attempts: 0,
  maxAttempts: job.maxAttempts ?? 3,
  crashes: 1,
  isUnstored: beginsInMemory(job),
});

const inMemory = new Set<string>(instanceKinds);

/** A key says that there may be another one like it, which only the table knows. */
const beginsInMemory = (job: NewJob): boolean => inMemory.has(job.kind) && job.key == null;
