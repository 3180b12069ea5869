/** What all pieces of the running engine share. */
import type { Job, Wake, Worker } from '../../job/index.ts';
import type { Lease } from '../../job/sql/enqueue.ts';
import type { Changes } from './changes.ts';
import type { HistoryPartitions } from './history-partitions.ts';
import type { ShellParts } from './options.ts';
import type { Outcome } from './outcome.ts';
import type { Pace } from './pace.ts';

export interface Shell {
  parts: ShellParts;
  history: HistoryPartitions;
  worker: Worker;
  lease: Lease;
  wake: Wake;
  /** Aborted when the engine is told to stop. */
  stopping: AbortSignal;
  changes: Changes;
  pace: Pace;
  /** Answers whoever waits for a job in this thread; nobody does for most. */
  settle(job: string, outcome: Outcome): void;
  /** A job failed alone: tried again later, in the end set aside with an incident. */
  giveUp(job: Job, error: unknown): Promise<void>;
}
