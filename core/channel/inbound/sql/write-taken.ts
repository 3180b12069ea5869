import type { Tx } from '../../../db/connect.ts';
import type { RecordOfMail } from '../mail.ts';

interface Outcomes {
  /** By mail. */
  records: ReadonlyMap<string, RecordOfMail>;
  /** Problem codes, by mail. */
  reasons: ReadonlyMap<string, string>;
}

/** What became of mails. */
export async function writeTaken(tx: Tx, { records, reasons }: Outcomes): Promise<void> {
  const of = [...records.values()];
  if (of.length > 0)
    await tx`
      update core.inbound_mail m set entity = t.entity, record_id = t.record
      from unnest(${[...records.keys()]}::uuid[], ${of.map(({ entity }) => entity)}::text[],
        ${of.map(({ id }) => id)}::uuid[]) as t (id, entity, record) where m.id = t.id`;
  if (reasons.size > 0)
    await tx`
      update core.inbound_mail m set state = 'refused', reason = t.reason
      from unnest(${[...reasons.keys()]}::uuid[], ${[...reasons.values()]}::text[]) as t (id, reason)
      where m.id = t.id`;
}
