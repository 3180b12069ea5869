import { Worker } from 'node:worker_threads';
import { ExpressionError } from '../expression-error.ts';

/** Two: one long expression does not hold up all others, and the machine keeps its cores for the engine. */
const poolSize = 2;
/** A little more than the worker gives itself, so that its own sentence usually arrives. */
const graceMs = 100;
/** Starting a thread on a busy machine. */
const startMs = 10_000;

interface Waiting<Job, Answer> {
  job: Job;
  timeMs: number;
  settle(answer: Answer): void;
  refuse(error: unknown): void;
}

interface Thread<Job, Answer> {
  worker: Worker;
  current: Waiting<Job, Answer> | undefined;
  timer: NodeJS.Timeout | undefined;
}

/** Threads that run one script, which posts `ready` once and then an answer for every job. */
export class WorkerPool<Job, Answer> {
  private readonly script: URL;
  private readonly queue: Waiting<Job, Answer>[] = [];
  private readonly threads = new Set<Thread<Job, Answer>>();
  private readonly idle: Thread<Job, Answer>[] = [];

  constructor(script: URL) {
    this.script = script;
  }

  /**
   * Runs a job in a thread; a thread that takes too long, or too much memory, is killed and replaced, and the job
   * rejects with `expression.limit`.
   */
  run(job: Job, timeMs: number): Promise<Answer> {
    return new Promise((settle, refuse) => {
      this.queue.push({ job, timeMs, settle, refuse });
      if (this.idle.length === 0 && this.threads.size < poolSize) this.start();
      this.dispatch();
    });
  }

  /** Ends the threads; the next job starts new ones. */
  async close(): Promise<void> {
    const ending = [...this.threads].map((thread) => thread.worker.terminate());
    this.threads.clear();
    this.idle.length = 0;
    await Promise.all(ending);
  }

  private start(): void {
    const worker = new Worker(this.script, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 128 },
    });
    const thread: Thread<Job, Answer> = { worker, current: undefined, timer: undefined };
    this.threads.add(thread);
    thread.timer = setTimeout(() => this.retire(thread, 'milliseconds', startMs), startMs);
    worker.on('message', (message: Answer | 'ready') => {
      clearTimeout(thread.timer);
      const { current } = thread;
      thread.current = undefined;
      // An idle thread does not keep the process alive.
      worker.unref();
      this.idle.push(thread);
      if (message !== 'ready') current?.settle(message);
      this.dispatch();
    });
    worker.on('error', () => this.retire(thread, 'memory', '128 MB'));
    worker.on('exit', () => this.retire(thread, 'memory', '128 MB'));
  }

  private dispatch(): void {
    while (this.queue.length > 0) {
      const thread = this.idle.pop();
      if (!thread) return;
      const next = this.queue.shift();
      if (next) this.give(thread, next);
    }
  }

  private give(thread: Thread<Job, Answer>, next: Waiting<Job, Answer>): void {
    const { timeMs } = next;
    thread.current = next;
    thread.worker.ref();
    thread.timer = setTimeout(() => this.retire(thread, 'milliseconds', timeMs), timeMs + graceMs);
    try {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      thread.worker.postMessage(next.job);
    } catch (error) {
      // The input cannot be cloned: a bug of the caller, not of the expression.
      clearTimeout(thread.timer);
      thread.current = undefined;
      this.idle.push(thread);
      next.refuse(error);
    }
  }

  private retire(thread: Thread<Job, Answer>, name: string, limit: unknown): void {
    if (!this.threads.delete(thread)) return;
    clearTimeout(thread.timer);
    const at = this.idle.indexOf(thread);
    if (at >= 0) this.idle.splice(at, 1);
    void thread.worker.terminate();
    const error = new ExpressionError({ code: 'expression.limit', params: { name, limit } });
    thread.current?.refuse(error);
    if (this.queue.length > 0 && this.threads.size < poolSize) this.start();
  }
}
