import type { Db } from '../../../db/connect.ts';
import { newId } from '../../../db/new-id.ts';

/** A message that was sent before there was this outbox, or would have been in a sample company. */
export interface PastMessage {
  to: string;
  subject: string;
  text: string;
  purpose: string;
  record: { entity: string; id: string };
  about: Readonly<Record<string, unknown>>;
  /** Milliseconds since 1970, like the others. */
  sentAt: number;
  openedAt?: number;
  clickedAt?: number;
}

export async function insertPast(db: Db, messages: readonly PastMessage[]): Promise<void> {
  // Ids rise with time, by which the outbox is read.
  const inOrder = messages.toSorted((a, b) => a.sentAt - b.sentAt);
  const rows = inOrder.map((message) => ({
    ...{ id: newId(), recipient: message.to, subject: message.subject, purpose: message.purpose },
    ...{ entity: message.record.entity, record: message.record.id, about: message.about },
    content: { text: message.text },
    sent: message.sentAt / 1000,
    opened: message.openedAt === undefined ? null : message.openedAt / 1000,
    clicked: message.clickedAt === undefined ? null : message.clickedAt / 1000,
  }));
  await db`
    insert into core.outbox (id, key, channel, purpose, lane, recipient, entity, record_id, subject, content, about,
      state, attempts, due_at, created_at, sent_at, opened_at, clicked_at)
    select id, 'past:' || id, 'email', purpose, 3, recipient, entity, record, subject, content, about, 'sent', 1,
      to_timestamp(sent), to_timestamp(sent), to_timestamp(sent), to_timestamp(opened), to_timestamp(clicked)
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as t (id uuid, recipient text, subject text,
      purpose text, entity text, record uuid, content json, about json, sent float8, opened float8, clicked float8)`;
}
