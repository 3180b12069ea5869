import type { Sql, Tx } from '../db/connect.ts';

const monthsAhead = 2;

/** Partitions of the month of `now` and the next ones; safe to call from many processes. */
export async function ensurePartitions(sql: Sql, now: number): Promise<void> {
  for (let ahead = 0; ahead <= monthsAhead; ahead++) {
    const from = month(now, ahead);
    const name = `event_${from.slice(0, 7).replace('-', '_')}`;
    if (!(await isThere(sql, name))) await makePartition(sql, { name, from, to: month(now, ahead + 1) });
  }
}

async function isThere(sql: Sql | Tx, name: string): Promise<boolean> {
  const [found] = await sql`select to_regclass(${`core.${name}`}) is not null as "isThere"`;
  return found?.['isThere'] === true;
}

/**
 * What a server that ran into a month not made ahead wrote is in the default partition. PostgreSQL makes no partition
 * for rows that stand there, so they move, with the default taken off meanwhile.
 */
async function makePartition(
  sql: Sql,
  { name, from, to }: Record<'name' | 'from' | 'to', string>,
): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`lock table core.event in access exclusive mode`;
    if (await isThere(tx, name)) return;
    await tx.unsafe(`
      alter table core.event detach partition core.event_default;
      create table core.${name} partition of core.event for values from ('${from}') to ('${to}');
      with moved as (delete from core.event_default where at >= '${from}' and at < '${to}' returning *)
        insert into core.${name} select * from moved;
      alter table core.event attach partition core.event_default default`);
  });
}

const month = (now: number, ahead: number): string => {
  const date = new Date(now);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + ahead, 1)).toISOString();
};
