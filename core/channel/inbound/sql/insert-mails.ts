import type { Tx } from '../../../db/connect.ts';
import type { ReadMail } from '../mail.ts';

export interface KeptMail {
  id: string;
  mail: ReadMail;
}

/**
 * The ids of those whose Message-ID was not there before: two servers that get the same mail wait for each other here,
 * and always in the same order.
 */
export async function insertMails(tx: Tx, mails: readonly KeptMail[], now: number): Promise<Set<string>> {
  const rows = await tx<{ id: string }[]>`
    insert into core.inbound_mail (id, message_id, sender, subject, state, at)
    select id, message_id, sender, subject, 'taken', to_timestamp(${now}::float8 / 1000)
    from unnest(${mails.map(({ id }) => id)}::uuid[], ${mails.map(({ mail }) => mail.messageId)}::text[],
      ${mails.map(({ mail }) => mail.from.address)}::text[], ${mails.map(({ mail }) => mail.subject)}::text[])
      with ordinality as t (id, message_id, sender, subject, nth)
    order by message_id, nth
    on conflict (message_id) do nothing returning id`;
  return new Set(rows.map(({ id }) => id));
}
