import type { Db } from '../../../db/connect.ts';

/** Of these Message-IDs, those of what we sent ourselves. */
export async function findOwn(db: Db, messageIds: readonly string[]): Promise<Set<string>> {
  if (messageIds.length === 0) return new Set();
  const rows = await db<{ id: string }[]>`
    select trim(both '<>' from message_id) as id from core.outbox
    where message_id = any(${messageIds.map((id) => `<${id}>`)})`;
  return new Set(rows.map(({ id }) => id));
}
