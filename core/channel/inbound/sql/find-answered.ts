import type { Db } from '../../../db/connect.ts';

/** Records of the mails that a mail answers: what we sent, and what came in before; the nearest first. */
export async function findAnswered(db: Db, messageIds: readonly string[]): Promise<string[]> {
  if (messageIds.length === 0) return [];
  const rows = await db<{ messageId: string; record: string }[]>`
    select trim(both '<>' from message_id) as "messageId", record_id as record from core.outbox
    where message_id = any(${messageIds.map((id) => `<${id}>`)}) and record_id is not null
    union all
    select message_id, record_id from core.inbound_mail
    where message_id = any(${[...messageIds]}) and record_id is not null`;
  const byId = new Map(rows.map(({ messageId, record }) => [messageId, record]));
  return [...new Set(messageIds.flatMap((id) => byId.get(id) ?? []))];
}
