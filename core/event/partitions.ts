import type { Sql, Tx } from '../db/connect.ts';

const monthsAhead = 2;

interface Month {
  name: string;
  from: string;
  to: string;
}

/**
 * Partitions of the month of `now` and the next ones; safe to call from many processes. One whose locks somebody holds for
 * long, such as a backup, is left for the next time: until then its events have the default partition.
 */
export async function ensurePartitions(sql: Sql, now: number): Promise<void> {
  for (let ahead = 0; ahead <= monthsAhead; ahead++) {
    const from = month(now, ahead);
    const name = `event_${from.slice(0, 7).replace('-', '_')}`;
    if (await isThere(sql, name)) continue;
    await makePartition(sql, { name, from, to: month(now, ahead + 1) }).catch((error: unknown) => {
      if (!mayWait(error)) throw error;
    });
  }
}

/** A lock somebody holds (55P03), or an event that came into the default partition meanwhile (23514). */
const mayWait = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  ['55P03', '23514'].includes(String((error as { code?: unknown }).code));

/** Read from the catalogue's rows: `to_regclass` may answer from what this connection knew before it waited. */
async function isThere(sql: Sql | Tx, name: string): Promise<boolean> {
  const found =
    await sql`select from pg_class where relnamespace = 'core'::regnamespace and relname = ${name}`;
  return found.length > 0;
}

/** Whoever writes events waits behind a lock that is waited for: not for long. */
const patience = '1s';

async function makePartition(sql: Sql, made: Month): Promise<void> {
  await sql.begin(async (tx) => {
    await tx.unsafe(`set local lock_timeout = '${patience}'`);
    await tx`select pg_advisory_xact_lock(hashtext(${made.name}))`;
    if (await isThere(tx, made.name)) return;
    const [stray] =
      await tx`select 1 from core.event_default where at >= ${made.from} and at < ${made.to} limit 1`;
    if (stray) await moveInto(tx, made);
    else await tx.unsafe(partitionOf(made));
  });
}

/**
 * What a server that ran into a month not made ahead wrote is in the default partition. PostgreSQL makes no partition
 * for rows that stand there, so they move, with the default taken off meanwhile.
 */
async function moveInto(tx: Tx, made: Month): Promise<void> {
  await tx`lock table core.event in access exclusive mode`;
  await tx.unsafe(`
    alter table core.event detach partition core.event_default;
    ${partitionOf(made)};
    with moved as (delete from core.event_default where at >= '${made.from}' and at < '${made.to}' returning *)
      insert into core.${made.name} select * from moved;
    alter table core.event attach partition core.event_default default`);
}

const partitionOf = ({ name, from, to }: Month): string =>
  `create table core.${name} partition of core.event for values from ('${from}') to ('${to}')`;

const month = (now: number, ahead: number): string => {
  const date = new Date(now);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + ahead, 1)).toISOString();
};
