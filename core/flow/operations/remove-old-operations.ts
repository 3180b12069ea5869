import type { Sql } from '../../db/connect.ts';

/** Days that what was done to many instances can be looked up. */
const keptDays = 90;
/** What failed of one may be a hundred thousand rows: so many at a time hold nobody up. */
const step = 5_000;

/**
 * Takes away operations that ended long ago, with what failed of them; answers how many. One that a stop leaves half
 * removed is found again the next time.
 */
export async function removeOldOperations(sql: Sql, now: number): Promise<number> {
  const old = await sql<{ id: string }[]>`
    select id from flow.operation
    where ended_at < to_timestamp(${now}::float8 / 1000) - ${keptDays}::int * interval '1 day' order by ended_at`;
  for (const { id } of old) {
    while ((await removeFailures(sql, id)) >= step);
    await sql`delete from flow.operation where id = ${id}`;
  }
  return old.length;
}

const removeFailures = async (sql: Sql, operation: string): Promise<number> => {
  const { count } = await sql`
    delete from flow.operation_failure where operation_id = ${operation} and instance_id in (
      select instance_id from flow.operation_failure where operation_id = ${operation} limit ${step})`;
  return count;
};
