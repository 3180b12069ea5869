import type { Db } from '../../../db/connect.ts';

export interface ReachedQuestion {
  /** `about.campaign`. */
  campaign: string;
  limit: number;
  /** The last of the page before. */
  after?: string | null;
}

/** Ids of the records that a campaign wrote to, in their order: what was held back or failed reached nobody. */
export const readReached = async (db: Db, { campaign, limit, after }: ReachedQuestion): Promise<string[]> =>
  (
    await db<{ id: string }[]>`
      select distinct record_id as id from core.outbox
      where about->>'campaign' = ${campaign} and state in ('sent', 'trial') and bounced_at is null
        and record_id is not null ${after ? db`and record_id > ${after}::uuid` : db``}
      order by 1 limit ${limit}`
  ).map(({ id }) => id);
