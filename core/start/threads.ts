/** The engine and job threads, and the door through which HTTP hands clicks to the engine. */
import type { Config } from '../config.ts';
import type { NewJob } from '../job/index.ts';
import type { EngineDoor } from '../flow/shell/engine.ts';
import { refused } from '../flow/shell/outcome.ts';
import type { TrialRequest } from '../flow/simulate/test-content.ts';
import type { Log } from '../log.ts';
import { keepThread } from './keep-thread.ts';
import { ThreadLost, type ThreadBody } from './start-thread.ts';

export interface ThreadData {
  config: Config;
  databaseUrl: string;
  role: 'engine' | 'jobs';
}

export type ThreadRequest = { id: number } & (
  | { type: 'start' | 'stop' | 'wake' | 'metrics' | 'alive' }
  | { type: 'submit'; jobs: readonly NewJob[] }
  | { type: 'simulate'; trial: TrialRequest }
);
export type ThreadReply = { id: number } & ({ ok: true; value: unknown } | { ok: false; message: string });

export interface Threads {
  engine: EngineDoor;
  /** False while one that ended is not back yet. */
  areWell(): boolean;
  /** What each thread counted, as plain data. */
  metrics(): Promise<object[][]>;
  start(): Promise<void>;
  /** Ends both; answers the workers that may have left jobs. */
  stop(): Promise<number[]>;
}

export async function startThreads({
  log,
  ...data
}: Omit<ThreadData, 'role'> & { log: Log }): Promise<Threads> {
  const [engine, jobs] = await Promise.all([
    keepThread({ data: { ...data, role: 'engine' }, log }),
    keepThread({ data: { ...data, role: 'jobs' }, log }),
  ]);
  const both = [engine, jobs];
  return {
    engine: {
      // The casts: the thread answers with the engine's own outcomes.
      submit: (submitted) =>
        (engine.ask({ type: 'submit', jobs: submitted }) as ReturnType<EngineDoor['submit']>).catch(
          orLater(() => submitted.map(() => refused(503, 'flow-uncertain'))),
        ),
      // Among what is slow, so that no click waits for a trial.
      simulate: (trial) =>
        (jobs.ask({ type: 'simulate', trial }) as ReturnType<EngineDoor['simulate']>).catch(
          orLater(() => refused(503, 'flow-uncertain')),
        ),
      wake: () => {
        for (const thread of both) thread.ask({ type: 'wake' }).catch(() => {});
      },
    },
    areWell: () => both.every((thread) => thread.isWell()),
    metrics: () => Promise.all(both.map(metricsOf)),
    start: async () => {
      await Promise.all(both.map((thread) => thread.start()));
    },
    stop: async () => {
      const workers = await Promise.all(both.map((thread) => thread.stop()));
      return workers.flat();
    },
  };
}

/** What a thread took with it that was ended meanwhile. */
const orLater =
  <T>(instead: () => T) =>
  (error: unknown): T => {
    if (error instanceof ThreadLost) return instead();
    throw error;
  };

/** The cast: threads answer it with what prom-client gives as JSON. */
const metricsOf = (thread: { ask(request: ThreadBody): Promise<unknown> }): Promise<object[]> =>
  (thread.ask({ type: 'metrics' }) as Promise<object[]>).catch(orLater(() => []));
