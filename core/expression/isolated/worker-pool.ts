import { Worker } from 'node:worker_threads';
import { ExpressionError } from '../expression-error.ts';
import type { Answer, Job } from './job.ts';

/** Two: one long expression does not hold up all others, and the machine keeps its cores for the engine. */
const poolSize = 2;
/** A little more than the worker gives itself, so that its own sentence usually arrives. */
const graceMs = 100;
/** Starting a thread on a busy machine. */
const startMs = 10_000;

interface Waiting {
  job: Job;
  settle(answer: Answer): void;
  refuse(error: unknown): void;
}

interface Thread {
  worker: Worker;
  current: Waiting | undefined;
  timer: NodeJS.Timeout | undefined;
}

const queue: Waiting[] = [];
const threads = new Set<Thread>();
const idle: Thread[] = [];

/** Runs a job in a thread; a thread that takes too long, or too much memory, is killed and replaced. */
export function runInPool(job: Job): Promise<Answer> {
  return new Promise((settle, refuse) => {
    queue.push({ job, settle, refuse });
    if (idle.length === 0 && threads.size < poolSize) start();
    dispatch();
  });
}

/** Ends the threads; the next expression starts new ones. */
export async function closePool(): Promise<void> {
  const ending = [...threads].map((thread) => thread.worker.terminate());
  threads.clear();
  idle.length = 0;
  await Promise.all(ending);
}

function start(): void {
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 128 },
  });
  const thread: Thread = { worker, current: undefined, timer: undefined };
  threads.add(thread);
  thread.timer = setTimeout(() => retire(thread, 'milliseconds', startMs), startMs);
  worker.on('message', (message: Answer | 'ready') => {
    clearTimeout(thread.timer);
    const { current } = thread;
    thread.current = undefined;
    // An idle thread does not keep the process alive.
    worker.unref();
    idle.push(thread);
    if (message !== 'ready') current?.settle(message);
    dispatch();
  });
  worker.on('error', () => retire(thread, 'memory', '128 MB'));
  worker.on('exit', () => retire(thread, 'memory', '128 MB'));
}

function dispatch(): void {
  while (queue.length > 0) {
    const thread = idle.pop();
    if (!thread) return;
    const next = queue.shift();
    if (next) give(thread, next);
  }
}

function give(thread: Thread, next: Waiting): void {
  const { timeMs } = next.job.limits;
  thread.current = next;
  thread.worker.ref();
  thread.timer = setTimeout(() => retire(thread, 'milliseconds', timeMs), timeMs + graceMs);
  try {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    thread.worker.postMessage(next.job);
  } catch (error) {
    // The input cannot be cloned: a bug of the caller, not of the expression.
    clearTimeout(thread.timer);
    thread.current = undefined;
    idle.push(thread);
    next.refuse(error);
  }
}

function retire(thread: Thread, name: string, limit: unknown): void {
  if (!threads.delete(thread)) return;
  clearTimeout(thread.timer);
  const at = idle.indexOf(thread);
  if (at >= 0) idle.splice(at, 1);
  void thread.worker.terminate();
  const error = new ExpressionError({ code: 'expression.limit', params: { name, limit } });
  thread.current?.refuse(error);
  if (queue.length > 0 && threads.size < poolSize) start();
}
