import type { Db } from '../../db/connect.ts';
import { held } from './held.ts';
import type { Lease } from './enqueue.ts';

/** Prolongs every lease of the worker and answers what it still holds. */
export async function renew(db: Db, lease: Lease): Promise<Set<string>> {
  const rows = await db<{ id: string }[]>`
    update core.job set lease_until = now() + ${lease.seconds}::int * interval '1 second'
    where id = any(array(select id from ${held(db)})) and leased_by = ${lease.worker} returning id`;
  return new Set(rows.map((row) => row.id));
}
