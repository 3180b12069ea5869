import type { Sql } from '../db/connect.ts';

const monthsAhead = 2;

/** Partitions of the month of `now` and the next ones; safe to call from many processes. */
export async function ensurePartitions(sql: Sql, now: number): Promise<void> {
  for (let ahead = 0; ahead <= monthsAhead; ahead++) {
    const from = month(now, ahead);
    const name = `event_${from.slice(0, 7).replace('-', '_')}`;
    const [found] = await sql`select to_regclass(${`core.${name}`}) is not null as "isThere"`;
    if (!found?.['isThere'])
      await sql.unsafe(
        `create table if not exists core.${name} partition of core.event
         for values from ('${from}') to ('${month(now, ahead + 1)}')`,
      );
  }
}

const month = (now: number, ahead: number): string => {
  const date = new Date(now);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + ahead, 1)).toISOString();
};
