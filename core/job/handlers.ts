/** Who runs which kind of job. Registered at boot; "backward" wakes of the road go through here. */
import type { Job } from './job.ts';

export interface JobContext {
  /** The number the leases are held under: `hold`, `complete` and `retry` want it. */
  worker: number;
  /** Aborted when the server stops. */
  signal: AbortSignal;
}

export interface JobHandler {
  kinds: readonly string[];
  /**
   * All jobs of one claim. The handler completes or gives back every one itself, in the transaction of its work.
   * What it throws is taken as a failure of them all.
   */
  run(jobs: Job[], context: JobContext): Promise<void>;
  /**
   * Jobs are set aside, since they failed or their process died over them again and again: the handler says so in its own
   * tables. Answers which it leaves to be set aside, all where it answers nothing.
   */
  onFailed?(jobs: Job[], error: string): Promise<readonly Job[] | void>;
}

export interface Handlers {
  register(handler: JobHandler): void;
  /** The jobs by handler; kinds nobody knows are left out. */
  group(jobs: readonly Job[]): Map<JobHandler, Job[]>;
}

export function createHandlers(): Handlers {
  const byKind = new Map<string, JobHandler>();
  return {
    register(handler) {
      for (const kind of handler.kinds) {
        if (byKind.has(kind)) throw new Error(`Two handlers for jobs of kind ${kind}.`);
        byKind.set(kind, handler);
      }
    },
    group(jobs) {
      const groups = new Map<JobHandler, Job[]>();
      for (const job of jobs) {
        const handler = byKind.get(job.kind);
        if (!handler) continue;
        const group = groups.get(handler);
        if (group) group.push(job);
        else groups.set(handler, [job]);
      }
      return groups;
    },
  };
}
