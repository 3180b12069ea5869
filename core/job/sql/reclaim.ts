import type { Db } from '../../db/connect.ts';
import { held } from './held.ts';
import { livingWorkers } from './living-workers.ts';

/**
 * Takes leases away that ran out, or whose worker is gone. Answers how many. Their crash count stays, so that they run
 * alone from now on.
 */
export async function reclaim(db: Db): Promise<number> {
  const rows = await db`
    update core.job set lease_until = null, leased_by = null
    where id = any(array(select id from ${held(db)})) and (lease_until < now() or leased_by not in (${livingWorkers(db)}))`;
  return rows.count;
}
