/** What became of messages, for whoever sent them: figures by what they are about, and the fate of single ones. */
import type { Db, Tx } from '../../db/connect.ts';
import type { IdSet } from '../../db/id-set.ts';
import type { StandingCount, StandingQuestion } from '../consent/count-standing.ts';
import type { Purpose } from '../consent/purposes.ts';
import type { ReachedQuestion } from './sql/reached-ids.ts';

const groupings = {
  all: "''",
  element: "coalesce(about->>'flow', '') || ' ' || coalesce(about->>'element', '')",
  group: "coalesce(about->>'group', '')",
  day: "to_char(coalesce(sent_at, created_at), 'YYYY-MM-DD')",
} as const;

export interface OutcomeQuestion {
  /** `about.campaign`; all that are part of any where absent. */
  campaign?: string;
  /** Days, the last included. */
  from?: string;
  to?: string;
  /** `element`: the flow's key and the element, with a space between them. */
  by: keyof typeof groupings;
}

export interface OutcomeRow {
  key: string;
  wanted: number;
  /** In a trial: would have been. */
  sent: number;
  waiting: number;
  /** By the gate: nobody agreed, suppressed, too many. */
  refused: number;
  failed: number;
  bounced: number;
  complained: number;
  opened: number;
  clicked: number;
}

export const readOutcomes = async (
  db: Db,
  { campaign, from, to, by }: OutcomeQuestion,
): Promise<OutcomeRow[]> => [
  ...(await db<OutcomeRow[]>`
    select ${db.unsafe(groupings[by])} as key, count(*)::int as wanted,
      count(*) filter (where state in ('sent', 'trial'))::int as sent,
      count(*) filter (where state in ('waiting', 'sending'))::int as waiting,
      count(*) filter (where state = 'refused')::int as refused,
      count(*) filter (where state in ('failed', 'cancelled'))::int as failed,
      count(bounced_at)::int as bounced, count(complained_at)::int as complained,
      -- Who clicked has seen it, whether or not pictures were loaded.
      count(coalesce(opened_at, clicked_at))::int as opened, count(clicked_at)::int as clicked
    from core.outbox
    where ${campaign === undefined ? db`about->>'campaign' is not null` : db`about->>'campaign' = ${campaign}`}
      and (${from ?? null}::date is null or created_at >= ${from ?? null}::date)
      and (${to ?? null}::date is null or created_at < ${to ?? null}::date + 1)
    group by 1 order by 1`),
];

export interface SentQuestion {
  /** These messages. */
  ids?: readonly string[];
  /** Those about these records that are part of a campaign, sent after a moment in milliseconds since 1970. */
  records?: readonly string[];
  since?: number;
}

export interface SentMessage {
  id: string;
  recordId: string | null;
  campaign: string | null;
  state: string;
  sentAt: Date | null;
  isOpened: boolean;
  isClicked: boolean;
  isBounced: boolean;
}

export const readSent = async (db: Db, { ids, records, since }: SentQuestion): Promise<SentMessage[]> => [
  ...(await db<SentMessage[]>`
    select id, record_id as "recordId", about->>'campaign' as campaign, state, sent_at as "sentAt",
      coalesce(opened_at, clicked_at) is not null as "isOpened", clicked_at is not null as "isClicked",
      bounced_at is not null as "isBounced"
    from core.outbox
    where ${
      ids
        ? db`id = any(${[...ids]}::uuid[])`
        : db`record_id = any(${[...(records ?? [])]}::uuid[]) and about->>'campaign' is not null
            and state in ('sent', 'trial') and sent_at > to_timestamp(${since ?? 0}::float8 / 1000)`
    }
    order by sent_at desc nulls last, id desc`),
];

/** What may be sent and what became of it. It says nothing of what the messages held. */
export interface MessageReading {
  outcomes(question: OutcomeQuestion, tx?: Tx): Promise<OutcomeRow[]>;
  /** Latest first. */
  sent(question: SentQuestion, tx?: Tx): Promise<SentMessage[]>;
  /** Whom a campaign wrote to, for the `among` of a question about records. */
  reached(question: ReachedQuestion): IdSet;
  /** How many members of a segment a message would reach, and what keeps it from the others. */
  standing(question: StandingQuestion, tx?: Tx): Promise<StandingCount>;
  /** What people agree to or not. */
  purposes(tx?: Tx): Promise<Purpose[]>;
}
