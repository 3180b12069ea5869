import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ExpressionError } from '../expression-error.ts';

/** A little more than the worker gives itself, so that its own sentence usually arrives. */
const graceMs = 100;
/** Starting a process on a busy machine. */
const startMs = 30_000;
const idleMs = 60_000;
const mostMegabytes = 128;

export interface WorkerPoolOptions {
  /** By default two: one long job does not hold up all others, and the machine keeps its cores for the engine. */
  size?: number;
}

interface Waiting<Job, Answer> {
  job: Job;
  timeMs: number;
  settle(answer: Answer): void;
  refuse(error: unknown): void;
}

interface Worker<Job, Answer> {
  child: ChildProcess;
  current: Waiting<Job, Answer> | undefined;
  timer: NodeJS.Timeout | undefined;
}

/**
 * Processes that run one script, which calls `serveJobs`; without work for a minute they end. Not threads: V8 ends the
 * whole process when a thread takes more than its limit at once, as a loop over 10,000 times 10,000 does.
 */
export class WorkerPool<Job, Answer> {
  private readonly script: string;
  private readonly size: number;
  private readonly queue: Waiting<Job, Answer>[] = [];
  private readonly workers = new Set<Worker<Job, Answer>>();
  private readonly idle: Worker<Job, Answer>[] = [];

  constructor(script: URL, { size = 2 }: WorkerPoolOptions = {}) {
    this.script = fileURLToPath(script);
    this.size = size;
  }

  /**
   * Runs a job; a process that takes too long, or too much memory, is killed and replaced, and the job rejects with
   * `expression.limit`. Jobs and answers travel as structured clones.
   */
  run(job: Job, timeMs: number): Promise<Answer> {
    return new Promise((settle, refuse) => {
      this.queue.push({ job, timeMs, settle, refuse });
      if (this.idle.length === 0 && this.workers.size < this.size) this.start();
      this.dispatch();
    });
  }

  /** Ends the processes; the next job starts new ones. */
  async close(): Promise<void> {
    const ending = [...this.workers].map((worker) => ended(worker.child));
    for (const worker of this.workers) this.retire(worker, 'milliseconds', 0);
    await Promise.all(ending);
  }

  private start(): void {
    const child = fork(this.script, {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${mostMegabytes}`, ...loadersOf(process.execArgv)],
      // Of its own, so that Ctrl-C in a terminal does not end a job that the server still waits for.
      detached: true,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const worker: Worker<Job, Answer> = { child, current: undefined, timer: undefined };
    this.workers.add(worker);
    worker.timer = setTimeout(() => this.retire(worker, 'milliseconds', startMs), startMs);
    // The cast: what the script of this pool answers, and `ready` before.
    child.on('message', (message) => this.hear(worker, message as Answer | 'ready'));
    const outOfMemory = (): void => this.retire(worker, 'memory', `${mostMegabytes} MB`);
    child.on('error', outOfMemory);
    child.on('exit', outOfMemory);
  }

  private hear(worker: Worker<Job, Answer>, message: Answer | 'ready'): void {
    clearTimeout(worker.timer);
    const { current } = worker;
    worker.current = undefined;
    // An idle one does not keep the server alive.
    worker.child.unref();
    worker.child.channel?.unref();
    this.idle.push(worker);
    if (message !== 'ready') current?.settle(message);
    this.dispatch();
    if (!worker.current)
      worker.timer = setTimeout(() => this.retire(worker, 'milliseconds', idleMs), idleMs).unref();
  }

  private dispatch(): void {
    while (this.queue.length > 0) {
      const worker = this.idle.pop();
      if (!worker) return;
      const next = this.queue.shift();
      if (next) this.give(worker, next);
    }
  }

  private give(worker: Worker<Job, Answer>, next: Waiting<Job, Answer>): void {
    const { timeMs } = next;
    clearTimeout(worker.timer);
    worker.current = next;
    worker.child.ref();
    worker.child.channel?.ref();
    worker.timer = setTimeout(() => this.retire(worker, 'milliseconds', timeMs), timeMs + graceMs);
    try {
      // The cast: anything that can be cloned; the declaration is of what JSON takes.
      worker.child.send(next.job as never);
    } catch (error) {
      // The input cannot be cloned: a bug of the caller, not of the expression.
      clearTimeout(worker.timer);
      worker.current = undefined;
      this.idle.push(worker);
      next.refuse(error);
    }
  }

  private retire(worker: Worker<Job, Answer>, name: string, limit: unknown): void {
    if (!this.workers.delete(worker)) return;
    clearTimeout(worker.timer);
    const at = this.idle.indexOf(worker);
    if (at >= 0) this.idle.splice(at, 1);
    worker.child.kill('SIGKILL');
    const error = new ExpressionError({ code: 'expression.limit', params: { name, limit } });
    worker.current?.refuse(error);
    if (this.queue.length > 0 && this.workers.size < this.size) this.start();
  }
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });

/** How our sources are read is the same everywhere; what V8 is told of the server's sizes is not for these. */
const loadersOf = (options: readonly string[]): string[] =>
  options.flatMap((option, at) =>
    option === '--import' && options[at + 1]?.endsWith('strip-types.mjs') ? [option, options[at + 1]!] : [],
  );
