/** What a runner does besides: prolongs its leases, and takes back those of workers that are gone. */
import type { Clock } from '../clock.ts';
import type { Sql } from '../db/connect.ts';
import type { RunnerLog } from './failures.ts';
import { createSleep } from './sleep.ts';
import type { Lease } from './sql/enqueue.ts';
import { reclaim } from './sql/reclaim.ts';
import { renew } from './sql/renew.ts';
import type { Worker } from './worker.ts';

export interface KeepUp {
  sql: Sql;
  clock: Clock;
  worker: Worker;
  lease: Lease;
  log: RunnerLog;
  /** There is something to claim. */
  reclaimed(): void;
  signal: AbortSignal;
}

const pause = 2_000;
/** Leases last thirty seconds: three renewals may fail before one runs out. */
const renewEvery = 4;

export async function keepUp({ sql, clock, worker, lease, log, reclaimed, signal }: KeepUp): Promise<void> {
  const sleep = createSleep(signal);
  for (let count = 0; !signal.aborted; count++) {
    try {
      await worker.confirm();
      await clock.refresh();
      if (count % renewEvery === 0) await renew(worker.quick, lease);
      if ((await reclaim(sql)) > 0) reclaimed();
    } catch (error) {
      log.error({ error }, 'The upkeep of jobs failed; trying again.');
    }
    await sleep.for(pause);
  }
}
