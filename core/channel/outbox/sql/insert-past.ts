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
  /** What its reader had agreed to its purpose by, and when. */
  consent?: { source: string; shown: string; language: 'en' | 'zh-CN'; at: number };
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
  await insertConsents(db, inOrder);
}

/** One for each address and purpose, from the first of its messages. */
async function insertConsents(db: Db, messages: readonly PastMessage[]): Promise<void> {
  const agreed = new Map<string, Record<string, unknown>>();
  for (const { to, purpose, record, consent } of messages) {
    const key = `${to} ${purpose}`;
    if (consent && !agreed.has(key))
      agreed.set(key, {
        ...{ id: newId(), address: to.toLowerCase(), purpose, entity: record.entity, record: record.id },
        ...{ ...consent, at: consent.at / 1000 },
      });
  }
  await db`
    insert into core.consent (id, channel, address, purpose, state, source, shown, language, entity, record_id, said_by, said_at)
    select id, 'email', address, purpose, 'given', source, shown, language, entity, record, 'person', to_timestamp(at)
    from json_to_recordset(${JSON.stringify([...agreed.values()])}::text::json) as t (id uuid, address text,
      purpose text, source text, shown text, language text, entity text, record uuid, at float8)`;
}
