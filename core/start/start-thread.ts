import { Worker, type ResourceLimits } from 'node:worker_threads';
import { postTogether } from './post-together.ts';
import type { ThreadData, ThreadReply, ThreadRequest } from './threads.ts';

export type ThreadBody = ThreadRequest extends infer R ? (R extends unknown ? Omit<R, 'id'> : never) : never;

export interface Thread {
  /** Rejects with `ThreadLost` when the thread ends before it answered. */
  ask(request: ThreadBody): Promise<unknown>;
  /** Ends it, also out of a loop without an end. */
  end(): Promise<void>;
  /** Resolves when it has ended, whatever the reason. */
  ended: Promise<ThreadLost>;
}

/** The thread ended; what it was asked may have been done or not. */
export class ThreadLost extends Error {}

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
export const ofThreads = process.execArgv.filter((option) => !/^--(max|initial|heap)-/.test(option));

/** Resolves when the thread has booted. */
export function startThread(data: ThreadData): Promise<Thread> {
  const worker = new Worker(new URL('thread.ts', import.meta.url), {
    workerData: data,
    execArgv: [...ofThreads, '--import', new URL('../db/mend-driver.ts', import.meta.url).href],
    resourceLimits: limits[data.role],
  });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const post = postTogether<ThreadRequest>(worker);
  const ended = endOf(worker);
  let lost: ThreadLost | undefined;
  void ended.then((error) => {
    lost = error;
    for (const asked of waiting.values()) asked.reject(error);
    waiting.clear();
  });
  let last = 0;
  const ask = (request: ThreadBody): Promise<unknown> => {
    if (lost) return Promise.reject(lost);
    const id = ++last;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      post({ ...request, id });
    });
  };
  return new Promise((started, failed) => {
    const hear = (reply: ThreadReply): void => {
      if (reply.id === 0) return started({ ask, end: async () => void (await worker.terminate()), ended });
      const asked = waiting.get(reply.id);
      waiting.delete(reply.id);
      if (reply.ok) asked?.resolve(reply.value);
      else asked?.reject(new Error(reply.message));
    };
    worker.on('message', (replies: ThreadReply[]) => replies.forEach(hear));
    void ended.then(failed);
  });
}

/** What nobody caught comes before the end itself. */
const endOf = (worker: Worker): Promise<ThreadLost> =>
  new Promise((resolve) => {
    let cause: unknown;
    worker.on('error', (error) => (cause = error));
    worker.on('exit', () => resolve(new ThreadLost('The thread ended.', { cause })));
  });
