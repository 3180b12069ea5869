import type { Db } from '../../../db/connect.ts';

/** Mails of each of these senders since then (milliseconds since 1970). */
export async function countSenders(
  db: Db,
  senders: readonly string[],
  since: number,
): Promise<Map<string, number>> {
  if (senders.length === 0) return new Map();
  const rows = await db<{ sender: string; count: number }[]>`
    select sender, count(*)::int as count from core.inbound_mail
    where sender = any(${[...senders]}::text[]) and at > to_timestamp(${since}::float8 / 1000) group by sender`;
  return new Map(rows.map(({ sender, count }) => [sender, count]));
}
