import type { Db, Sql, Tx } from '../db/connect.ts';
import { appendEvents } from './append.ts';
import type { NewEvent, RelataEvent } from './event.ts';
import { ensurePartitions } from './partitions.ts';
import { readTail, type TailPage, type TailPosition } from './tail.ts';
import { createWaker } from './waker.ts';

export interface Subscriber {
  id: string;
  /** It hears of changes too whose writer wanted no flow to start. */
  hearsQuiet?: boolean;
  /** Runs inside the writer's transaction, after its events are written; throwing undoes the change. */
  run(tx: Tx, events: readonly RelataEvent[], how: { isQuiet: boolean }): Promise<void>;
}

export interface Events {
  /** Writes events and runs the subscribers; with `isQuiet` only those that hear such. Call `wake` after commit. */
  append(tx: Tx, events: readonly NewEvent[], options?: { isQuiet?: boolean }): Promise<RelataEvent[]>;
  /** One subscriber per id: the later registration wins. */
  subscribe(subscriber: Subscriber): void;
  /** Committed events after a position, in an order that no slow transaction can slip behind. */
  tail(after: TailPosition | null, db?: Db): Promise<TailPage>;
  /** Tells every process, soon and once for many calls, that events were committed. */
  wake(): void;
  /** Calls back when any process has committed events; answers how to stop listening. */
  listen(heard: () => void): Promise<() => Promise<void>>;
  /** Makes the partitions of this month and the two after. */
  prepare(now: number): Promise<void>;
  close(): Promise<void>;
}

export interface EventsParts {
  sql: Sql;
  /** Called with every `wake`: what subscribers wrote is committed. */
  committed?(): void;
}

export function createEvents({ sql, committed }: EventsParts): Events {
  const subscribers = new Map<string, Subscriber>();
  const waker = createWaker(sql);
  return {
    append: async (tx, events, options) => {
      const written = await appendEvents(tx, events);
      const isQuiet = options?.isQuiet === true;
      if (written.length > 0)
        for (const subscriber of subscribers.values())
          if (!isQuiet || subscriber.hearsQuiet) await subscriber.run(tx, written, { isQuiet });
      return written;
    },
    subscribe: (subscriber) => {
      subscribers.set(subscriber.id, subscriber);
    },
    tail: (after, db = sql) => readTail(db, after),
    wake: () => {
      committed?.();
      waker.wake();
    },
    listen: async (heard) => {
      const { unlisten } = await sql.listen('relata_event', heard);
      return unlisten;
    },
    prepare: (now) => ensurePartitions(sql, now),
    close: waker.close,
  };
}
