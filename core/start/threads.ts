/** The engine and job threads, and the door through which HTTP hands clicks to the engine. */
import { Worker, type ResourceLimits } from 'node:worker_threads';
import type { Config } from '../config.ts';
import type { NewJob } from '../job/index.ts';
import type { EngineDoor } from '../flow/shell/engine.ts';
import type { TrialRequest } from '../flow/simulate/test-content.ts';
import type { Log } from '../log.ts';
import { postTogether } from './post-together.ts';

export interface ThreadData {
  config: Config;
  databaseUrl: string;
  role: 'engine' | 'jobs';
}

export type ThreadRequest = { id: number } & (
  | { type: 'start' | 'stop' | 'wake' | 'metrics' }
  | { type: 'submit'; jobs: readonly NewJob[] }
  | { type: 'simulate'; trial: TrialRequest }
);
export type ThreadReply = { id: number } & ({ ok: true; value: unknown } | { ok: false; message: string });

export interface Threads {
  engine: EngineDoor;
  /** What each thread counted, as plain data. */
  metrics(): Promise<object[][]>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

interface Thread {
  ask(request: ThreadBody): Promise<unknown>;
  end(): Promise<void>;
}

type ThreadBody = ThreadRequest extends infer R ? (R extends unknown ? Omit<R, 'id'> : never) : never;

export async function startThreads(input: Omit<ThreadData, 'role'> & { log: Log }): Promise<Threads> {
  const { log, ...data } = input;
  const [engine, jobs] = await Promise.all([
    startThread({ ...data, role: 'engine' }, log),
    startThread({ ...data, role: 'jobs' }, log),
  ]);
  const both = (type: 'start' | 'stop'): Promise<unknown> =>
    Promise.all([engine.ask({ type }), jobs.ask({ type })]);
  return {
    engine: {
      // The cast: the thread answers a submission with the engine's own outcomes.
      submit: (submitted) =>
        engine.ask({ type: 'submit', jobs: submitted }) as ReturnType<EngineDoor['submit']>,
      // The cast: as above. Among what is slow, so that no click waits for a trial.
      simulate: (trial) => jobs.ask({ type: 'simulate', trial }) as ReturnType<EngineDoor['simulate']>,
      wake: () => {
        for (const thread of [engine, jobs]) thread.ask({ type: 'wake' }).catch(() => {});
      },
    },
    // The cast: threads answer it with what prom-client gives as JSON.
    metrics: () =>
      Promise.all([engine, jobs].map((thread) => thread.ask({ type: 'metrics' }) as Promise<object[]>)),
    start: async () => {
      await both('start');
    },
    stop: async () => {
      await both('stop');
      await Promise.all([engine.end(), jobs.end()]);
    },
  };
}

/**
 * A heap that may grow takes memory long before it needs it: an import kept 400 MB with the defaults and 170 MB with
 * these, at the same speed. The engine holds a batch and the graphs of all flows; what a batch makes lives until it is
 * written, and copying it over and over in a small young generation took a third of the thread's time.
 */
const limits: Record<ThreadData['role'], ResourceLimits> = {
  engine: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 144 },
  jobs: { maxOldGenerationSizeMb: 320, maxYoungGenerationSizeMb: 24 },
};

/** A thread refuses sizes of the heap among its options: it has `limits`, and what V8 is told holds for all threads. */
const ofThreads = process.execArgv.filter((option) => !/^--(max|initial|heap)-/.test(option));

/** Resolves when the thread has booted. A thread that dies takes the process with it: its supervisor starts anew. */
function startThread(data: ThreadData, log: Log): Promise<Thread> {
  const worker = new Worker(new URL('thread.ts', import.meta.url), {
    workerData: data,
    execArgv: [...ofThreads, '--import', new URL('../db/mend-driver.ts', import.meta.url).href],
    resourceLimits: limits[data.role],
  });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const post = postTogether<ThreadRequest>(worker);
  let last = 0;
  const ask = (request: ThreadBody): Promise<unknown> => {
    const id = ++last;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      post({ ...request, id });
    });
  };
  return new Promise((started, failed) => {
    const hear = (reply: ThreadReply): void => {
      if (reply.id === 0) return started({ ask, end: async () => void (await worker.terminate()) });
      const asked = waiting.get(reply.id);
      waiting.delete(reply.id);
      if (reply.ok) asked?.resolve(reply.value);
      else asked?.reject(new Error(reply.message));
    };
    worker.on('message', (replies: ThreadReply[]) => replies.forEach(hear));
    worker.on('error', (error) => {
      failed(error);
      log.fatal({ err: error, thread: data.role }, 'a thread died; ending the process');
      process.exit(1);
    });
  });
}
