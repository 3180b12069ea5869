import type { Db } from '../../db/connect.ts';
import { workerLockClass } from '../worker.ts';

/**
 * Takes leases away that ran out, or whose worker is gone: every living worker holds an advisory lock under its
 * number, which PostgreSQL drops with the connection. Answers how many. Their crash count stays, so that they run
 * alone from now on.
 */
export async function reclaim(db: Db): Promise<number> {
  const rows = await db`
    update core.job set lease_until = null, leased_by = null
    where lease_until is not null and (lease_until < now() or leased_by not in (
      select objid::bigint::int from pg_locks
      where locktype = 'advisory' and classid = ${workerLockClass} and objsubid = 2
        and database = (select oid from pg_database where datname = current_database())))`;
  return rows.count;
}
