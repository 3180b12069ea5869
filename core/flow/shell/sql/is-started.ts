import type { Db } from '../../../db/connect.ts';

/** Whether instances with ids of this range run, have ended, or are about to start. */
export async function isStarted(db: Db, first: string, last: string): Promise<boolean> {
  const rows = await db`
    select 1 from flow.instance where id between ${first} and ${last}
    union all select 1 from flow.finished where id between ${first} and ${last}
    union all select 1 from core.job where kind = 'flow.start' and target between ${first} and ${last} limit 1`;
  return rows.length > 0;
}
