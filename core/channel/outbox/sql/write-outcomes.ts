import type { Db } from '../../../db/connect.ts';
import { livingWorkers } from '../../../job/index.ts';

export interface Outcome {
  id: string;
  state: 'waiting' | 'sending' | 'sent' | 'trial' | 'refused' | 'failed';
  reason?: string;
  detail?: string;
  messageId?: string;
  /** Milliseconds since 1970, of what waits. */
  dueAt?: number;
  /** Who sends it: when that one is gone it goes again at once; without, when its lease is over. */
  worker?: number | undefined;
}

/** Why a message waits that was not tried at all. */
export const quietHours = 'message-quiet-hours';

/** Real seconds after which a message that is being sent is taken to have lost its process. */
const leaseSeconds = 300;

export async function writeOutcomes(db: Db, outcomes: readonly Outcome[], now: number): Promise<void> {
  if (outcomes.length === 0) return;
  const rows = outcomes.map((one) => ({ ...one, due: one.dueAt === undefined ? null : one.dueAt / 1000 }));
  await db`
    update core.outbox o set state = t.state, reason = t.reason, detail = left(t.detail, 500),
      message_id = coalesce(t."messageId", o.message_id), due_at = coalesce(to_timestamp(t.due), o.due_at),
      attempts = o.attempts + (t.state = 'sending')::int - (t.reason = ${quietHours} and t.reason is not null)::int,
      sent_at = case when t.state in ('sent', 'trial') then to_timestamp(${now}::float8 / 1000) else o.sent_at end,
      lease_until = case when t.state = 'sending' then now() + ${leaseSeconds} * interval '1 second' end,
      leased_by = t.worker
    from json_to_recordset(${JSON.stringify(rows)}::text::json)
      as t (id uuid, state text, reason text, detail text, "messageId" text, due float8, worker int)
    where o.id = t.id`;
}

/**
 * What was being sent when its process ended goes again, and is counted as possibly sent twice. Answers in how many
 * milliseconds to look once more for what is being sent now; null where nothing is.
 */
export async function reclaimMessages(db: Db, lane: number): Promise<number | null> {
  const [next] = await db<{ wait: number | null }[]>`
    with again as (
      update core.outbox set state = 'waiting', lease_until = null, leased_by = null, unclear = unclear + 1
      where state = 'sending' and lane = ${lane} and (lease_until < now() or leased_by not in (${livingWorkers(db)}))
      returning id)
    select (extract(epoch from max(lease_until) - now()) * 1000)::float8 as wait
    from core.outbox where state = 'sending' and lane = ${lane} and id not in (select id from again)`;
  return next?.wait ?? null;
}
