import postgres from 'postgres';
import { leaveRoom } from './leave-room.ts';

export type Sql = postgres.Sql;
export type Tx = postgres.TransactionSql;
/** Either: statements that do not care whether they run in a transaction. */
export type Db = Sql | Tx;

/** The largest pool one thread opens; three threads and a listener stay far below PostgreSQL's 100. */
const poolSize = 12;
/** Of its connections, those that no transaction takes: for what is asked beside one. */
const besideTransactions = 4;

/**
 * Seconds until a lost connection is tried again. The driver's own wait grows to twenty, and whoever asks waits with
 * it: a short one answers 503 at once, and goes on as soon as the database is back.
 */
const backOff = (): number => 0.1 + Math.random() * 0.2;

export interface ConnectOptions {
  max?: number;
  name?: string;
  /** A commit does not wait for the disk: for what may be lost when PostgreSQL itself dies, and with it alone. */
  isQuick?: boolean;
}

/**
 * A pool on one database. `date` stays text (`2026-11-21`), `timestamptz` becomes a Date, `bigint` a number
 * (ids are UUIDs; counts stay below 2^53), `numeric` stays text.
 */
export function connect(url: string, options: ConnectOptions = {}): Sql {
  const max = options.max ?? poolSize;
  const sql = postgres(url, {
    max,
    connection: {
      application_name: options.name ?? 'relata',
      TimeZone: 'UTC',
      ...(options.isQuick && { synchronous_commit: 'off' }),
    },
    onnotice: () => {},
    connect_timeout: 10,
    backoff: backOff,
    types: {
      date: { to: 1082, from: [1082], serialize: (v: string) => v, parse: (v: string) => v },
      bigint: { to: 20, from: [20], serialize: String, parse: Number },
    },
  });
  return leaveRoom(sql, Math.max(1, max - besideTransactions));
}
