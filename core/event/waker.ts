import type { Sql } from '../db/connect.ts';

/** NOTIFY inside a writing transaction takes a global lock; sent after commit and coalesced it costs nothing. */
const coalesceMilliseconds = 25;

export interface Waker {
  wake(): void;
  close(): Promise<void>;
}

export function createWaker(sql: Sql): Waker {
  let timer: NodeJS.Timeout | undefined;
  let sending: Promise<unknown> = Promise.resolve();
  const send = (): void => {
    timer = undefined;
    // A lost wake-up only makes readers wait for their next poll.
    sending = sql`select pg_notify('relata_event', '')`.catch(() => {});
  };
  return {
    wake: () => {
      timer ??= setTimeout(send, coalesceMilliseconds);
      timer.unref();
    },
    close: async () => {
      clearTimeout(timer);
      await sending;
    },
  };
}
