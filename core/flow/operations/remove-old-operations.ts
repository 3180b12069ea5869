import type { Sql } from '../../db/connect.ts';

/** Days that what was done to many instances can be looked up. */
const keptDays = 90;

/** Takes away operations that ended long ago, with what failed of them; answers how many. */
export async function removeOldOperations(sql: Sql, now: number): Promise<number> {
  const removed = await sql`
    with old as (
      delete from flow.operation
      where ended_at < to_timestamp(${now}::float8 / 1000) - ${keptDays}::int * interval '1 day' returning id)
    , failures as (delete from flow.operation_failure where operation_id in (select id from old))
    select id from old`;
  return removed.length;
}
