/** The outbox as people look at it. */
import type { Db } from '../../db/connect.ts';
import { notFound } from '../../errors.ts';
import { enqueue } from '../../job/index.ts';
import { deliverKind } from './outbox.ts';
import { wholeContents, type StoredContent } from './stored-content.ts';

export interface OutboxQuery {
  state?: string;
  channel?: string;
  search?: string;
  record?: string;
  /** Of `about`. */
  campaign?: string;
  limit: number;
  /** The last id of the page before: ids rise with time. */
  after?: string;
}

export interface OutboxItem {
  id: string;
  channel: string;
  purpose: string;
  recipient: string;
  entity: string | null;
  recordId: string | null;
  subject: string;
  state: string;
  reason: string | null;
  detail: string | null;
  attempts: number;
  unclear: number;
  dueAt: Date;
  createdAt: Date;
  sentAt: Date | null;
  openedAt: Date | null;
  clickedAt: Date | null;
  bouncedAt: Date | null;
  complainedAt: Date | null;
}

export async function listMessages(
  db: Db,
  { state, channel, search, record, campaign, limit, after }: OutboxQuery,
): Promise<{ items: OutboxItem[]; next: string | null }> {
  const items = await db<OutboxItem[]>`
    select ${columns(db)} from core.outbox
    where (${state ?? null}::text is null or state = ${state ?? null})
      and (${channel ?? null}::text is null or channel = ${channel ?? null})
      and (${record ?? null}::uuid is null or record_id = ${record ?? null}::uuid)
      and (${campaign ?? null}::text is null or about->>'campaign' = ${campaign ?? null})
      and (${search ?? null}::text is null or strpos(lower(${recipient(db)} || ' ' || subject), lower(${search ?? ''})) > 0)
      and (${after ?? null}::uuid is null or id < ${after ?? null}::uuid)
    order by id desc limit ${limit}`;
  return { items: [...items], next: items.length === limit ? (items.at(-1)?.id ?? null) : null };
}

export async function readMessage(
  db: Db,
  id: string,
): Promise<OutboxItem & { content: { text: string; html?: string; isGone?: boolean } }> {
  const [row] = await db<(OutboxItem & { content: StoredContent })[]>`
    select ${columns(db)}, content from core.outbox where id = ${id}`;
  if (!row) throw notFound('message', id);
  const [content] = await wholeContents(db, [row.content]);
  return { ...row, content: content! };
}

/** How many stand where, over all that was wanted in the last thirty days. */
export async function outboxFigures(db: Db, now: number): Promise<Record<string, number>> {
  const rows = await db<{ state: string; count: number }[]>`
    select state, count(*)::int as count from core.outbox
    where created_at > to_timestamp(${now}::float8 / 1000) - interval '30 days' group by state`;
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** What waits is not sent; answers how many those were. */
export async function stopMessages(db: Db, ids: readonly string[]): Promise<number> {
  const done = await db`
    update core.outbox set state = 'cancelled' where id = any(${[...ids]}::uuid[]) and state = 'waiting'`;
  return done.count;
}

/** What failed, was stopped or was refused for a reason that is gone passes the gate once more. */
export async function sendAgain(db: Db, ids: readonly string[], now: number): Promise<number> {
  const lanes = await db<{ lane: 2 | 3 }[]>`
    update core.outbox set state = 'waiting', attempts = 0, reason = null, detail = null,
      due_at = to_timestamp(${now}::float8 / 1000)
    where id = any(${[...ids]}::uuid[]) and state in ('failed', 'refused', 'cancelled')
      and content->>'isGone' is null returning lane`;
  const distinct = [...new Set(lanes.map(({ lane }) => lane))];
  await enqueue(
    db,
    distinct.map((lane) => ({ kind: deliverKind, lane, dueAt: now, payload: { lane } })),
  );
  return lanes.length;
}

/** Who knows the address of a webhook may post there: what comes after its server is shown and found by nobody. */
const recipient = (db: Db) => db`
  case when channel = 'webhook'
    then regexp_replace(recipient, '^(https?://)(?:[^/?#]*@)?([^/?#]*).*$', '\\1\\2/…') else recipient end`;

/** A text message has none: its first words stand for it, as long as they are kept. */
const subject = (db: Db) => db`
  case when channel = 'sms' and subject = '' then left(content->>'text', 120) else subject end`;

const columns = (db: Db) => db`
  id, channel, purpose, ${recipient(db)} as recipient, entity, record_id as "recordId", ${subject(db)} as subject, state, reason, detail, attempts, unclear,
  due_at as "dueAt", created_at as "createdAt", sent_at as "sentAt", opened_at as "openedAt",
  clicked_at as "clickedAt", bounced_at as "bouncedAt", complained_at as "complainedAt"`;
