/**
 * Wakes runners when there are new jobs: in this thread at once, elsewhere by `NOTIFY`. A `NOTIFY` inside a writing
 * transaction takes a global lock and cost a fifth of all commits; so it goes after the commit, on its own, without
 * payload, the first at once and then at most one in `coalesce` milliseconds. What it misses, polling finds.
 */
import type { Sql } from '../db/connect.ts';

export const jobChannel = 'relata_job';
const coalesce = 10;
/** For callers inside a transaction that they do not commit themselves. */
const afterCommit = [15, 100];

export interface Wake {
  /** Something to do for this thread alone. */
  wakeHere(): void;
  /** New jobs are committed. */
  ping(): void;
  /** New jobs will be committed in a moment, by somebody else's transaction. */
  pingSoon(): void;
  /** Somebody's transaction is committed: if jobs are expected, they may be there now. */
  committed(): void;
  onWake(listener: () => void): void;
  /** Hears other threads and processes. */
  listen(): Promise<void>;
  close(): Promise<void>;
}

export function createWake(sql: Sql): Wake {
  const listeners: (() => void)[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let isResting = false;
  let isPending = false;
  let expectedUntil = 0;
  let unlisten: (() => Promise<void>) | undefined;
  const wakeHere = (): void => {
    for (const listener of listeners) listener();
  };
  const later = (milliseconds: number, run: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, milliseconds);
    timers.add(timer);
  };
  const notify = (): void => {
    isPending = isResting;
    if (isResting) return;
    isResting = true;
    // A lost database is the runner's to report; polling catches up.
    sql`select pg_notify(${jobChannel}, '')`.catch(() => {});
    later(coalesce, () => {
      isResting = false;
      if (isPending) notify();
    });
  };
  const ping = (): void => {
    wakeHere();
    notify();
  };
  return {
    wakeHere,
    ping,
    pingSoon: () => {
      expectedUntil = performance.now() + afterCommit.at(-1)!;
      for (const delay of afterCommit) later(delay, ping);
    },
    committed: () => {
      if (performance.now() < expectedUntil) ping();
    },
    onWake: (listener) => {
      listeners.push(listener);
    },
    listen: async () => {
      const subscription = await sql.listen(jobChannel, wakeHere);
      unlisten = () => subscription.unlisten();
    },
    close: async () => {
      for (const timer of timers) clearTimeout(timer);
      // Without a database there is nothing to unlisten.
      await unlisten?.().catch(() => {});
    },
  };
}
