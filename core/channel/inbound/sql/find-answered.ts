import type { Db } from '../../../db/connect.ts';

/** Records of mails by Message-ID: of what we sent, and of what came in before. */
export async function findAnswered(
  db: Db,
  messageIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (messageIds.length === 0) return new Map();
  const rows = await db<{ messageId: string; record: string }[]>`
    select trim(both '<>' from message_id) as "messageId", record_id as record from core.outbox
    where message_id = any(${messageIds.map((id) => `<${id}>`)}) and record_id is not null
    union all
    select message_id, record_id from core.inbound_mail
    where message_id = any(${[...messageIds]}) and record_id is not null`;
  return new Map(rows.map(({ messageId, record }) => [messageId, record]));
}
