import type { Tx } from '../../../db/connect.ts';
import type { ReadMail } from '../mail.ts';

interface Row {
  id: string;
  mail: Pick<ReadMail, 'messageId' | 'from' | 'subject'>;
  now: number;
}

/** False when a mail with this Message-ID was there before: two servers that get the same one wait for each other here. */
export async function insertMail(tx: Tx, { id, mail, now }: Row): Promise<boolean> {
  const rows = await tx`
    insert into core.inbound_mail (id, message_id, sender, subject, state, at)
    values (${id}, ${mail.messageId}, ${mail.from.address}, ${mail.subject}, 'taken', to_timestamp(${now}::float8 / 1000))
    on conflict (message_id) do nothing returning id`;
  return rows.length > 0;
}
