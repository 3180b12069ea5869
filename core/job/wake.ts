/**
 * Wakes runners when there are new jobs: in this thread at once, elsewhere by `NOTIFY`. A `NOTIFY` inside a writing
 * transaction takes a global lock and cost a fifth of all commits; so it goes after the commit, on its own, without
 * payload, at most one in `coalesce` milliseconds. What it misses, polling finds.
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
  onWake(listener: () => void): void;
  /** Hears other threads and processes. */
  listen(): Promise<void>;
  close(): Promise<void>;
}

export function createWake(sql: Sql): Wake {
  const listeners: (() => void)[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let isPending = false;
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
  const ping = (): void => {
    wakeHere();
    if (isPending) return;
    isPending = true;
    later(coalesce, () => {
      isPending = false;
      // A lost database is the runner's to report; polling catches up.
      sql`select pg_notify(${jobChannel}, '')`.catch(() => {});
    });
  };
  return {
    wakeHere,
    ping,
    pingSoon: () => {
      for (const delay of afterCommit) later(delay, ping);
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
