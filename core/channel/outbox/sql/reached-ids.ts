import type { IdSet } from '../../../db/id-set.ts';

export interface ReachedQuestion {
  /** `about.campaign`. */
  campaign: string;
}

/** Records that a campaign wrote to, each since it was sent: what was held back, failed or came back reached nobody. */
export const reachedIds = ({ campaign }: ReachedQuestion): IdSet => ({
  sql: (bindings) => `select record_id as id, sent_at as since from core.outbox
    where about->>'campaign' = ${bindings.bind(campaign, 'text')} and state in ('sent', 'trial')
      and bounced_at is null and record_id is not null`,
});
