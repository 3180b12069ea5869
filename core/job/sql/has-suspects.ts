import type { Db } from '../../db/connect.ts';
import type { Claim } from './claim.ts';

/** Whether a job waits here whose last claim did not end in order. The index holds nothing else: mostly nothing. */
export async function hasSuspects(db: Db, { lane, now }: Pick<Claim, 'lane' | 'now'>): Promise<boolean> {
  const rows = await db`
    select 1 from core.job
    where lane = ${lane} and due_at <= to_timestamp(${now}::float8 / 1000) and lease_until is null
      and failed_at is null and crashes > 0
    limit 1`;
  return rows.length > 0;
}
