/** Mails that were read are checked, their files stored, and given to who takes them: all in a few statements. */
import type { Tx } from '../../db/connect.ts';
import { newId } from '../../db/new-id.ts';
import type { Files } from '../../file/files.ts';
import type { Links } from '../link/signed-link.ts';
import type { Taken } from './inbound.ts';
import type { IncomingMail, MailReceiver, ReadMail, RecordOfMail } from './mail.ts';
import { countSenders } from './sql/count-senders.ts';
import { findAnswered } from './sql/find-answered.ts';
import { findOwn } from './sql/find-own.ts';
import { insertMails, type KeptMail } from './sql/insert-mails.ts';
import { writeTaken } from './sql/write-taken.ts';

export interface KeepParts {
  now(): number;
  links: Links;
  filesOf(tx: Tx): Pick<Files, 'writeWhole' | 'remove'>;
  receivers: readonly MailReceiver[];
}

/** Signs addresses that answers come to: `support+<tag>@…`. */
export const replyTag = 'reply';
/** Mails of one sender in ten minutes; two machines that answer each other pass it soon. */
const mostPerSender = 30;
const spanMilliseconds = 600_000;

/** Answers in the order of the mails. */
export async function keepMails(parts: KeepParts, tx: Tx, mails: readonly ReadMail[]): Promise<Taken[]> {
  const rows = mails.map((mail): KeptMail => ({ id: newId(), mail }));
  const isNew = await insertMails(tx, rows, parts.now());
  const fresh = rows.filter(({ id }) => isNew.has(id));
  const reasons = await refusedOf(parts, tx, fresh);
  const incoming = await complete(
    parts,
    tx,
    fresh.filter(({ id }) => !reasons.has(id)),
  );
  const records = await receive(parts, tx, incoming);
  for (const { id, automatic, isReport, files } of incoming) {
    if (records.has(id)) continue;
    reasons.set(id, isReport ? 'mail-report' : automatic ? 'mail-automatic' : 'mail-for-nobody');
    for (const file of files) await parts.filesOf(tx).remove(file.id);
  }
  await writeTaken(tx, { records, reasons });
  return rows.map(({ id }): Taken => {
    const [record, reason] = [records.get(id), reasons.get(id)];
    if (record) return { state: 'taken', id, record };
    return reason === undefined ? { state: 'duplicate' } : { state: 'refused', reason };
  });
}

/** Why, by mail: what we sent ourselves and came back, and what one sender writes without end. */
async function refusedOf(
  { now }: KeepParts,
  tx: Tx,
  fresh: readonly KeptMail[],
): Promise<Map<string, string>> {
  const own = await findOwn(
    tx,
    fresh.map(({ mail }) => mail.messageId),
  );
  const senders = Map.groupBy(fresh, ({ mail }) => mail.from.address);
  const counts = await countSenders(tx, [...senders.keys()], now() - spanMilliseconds);
  const reasons = new Map<string, string>();
  for (const [sender, all] of senders) {
    const before = (counts.get(sender) ?? 0) - all.length;
    for (const [place, { id, mail }] of all.entries())
      if (own.has(mail.messageId)) reasons.set(id, 'mail-own');
      else if (before + place + 1 > mostPerSender) reasons.set(id, 'mail-too-many');
  }
  return reasons;
}

/** With what they are about, and their files stored. */
async function complete(
  { links, filesOf }: KeepParts,
  tx: Tx,
  rows: readonly KeptMail[],
): Promise<IncomingMail[]> {
  const answered = await findAnswered(tx, [...new Set(rows.flatMap(({ mail }) => mail.answers))]);
  const stored = await filesOf(tx).writeWhole(
    rows.flatMap(({ mail }) => mail.files.map(({ name, bytes }) => ({ name, bytes, createdBy: 'system' }))),
  );
  let next = 0;
  return rows.map(({ id, mail }) => {
    const tagged = mail.recipients.flatMap((address) => {
      const tag = /\+([a-z0-9]+)@/.exec(address)?.[1];
      return (tag && links.readTag(replyTag, tag)) ?? [];
    });
    const about = [...new Set([...tagged, ...mail.answers.flatMap((one) => answered.get(one) ?? [])])];
    return { ...mail, id, about, files: stored.slice(next, (next += mail.files.length)) };
  });
}

/** By mail; each receiver is asked for what those before it left. */
async function receive(
  { receivers }: KeepParts,
  tx: Tx,
  incoming: readonly IncomingMail[],
): Promise<Map<string, RecordOfMail>> {
  const records = new Map<string, RecordOfMail>();
  for (const receiver of receivers) {
    const open = incoming.filter(({ id }) => !records.has(id));
    if (open.length === 0) break;
    for (const [place, record] of (await receiver.run(tx, open)).entries())
      if (record) records.set(open[place]!.id, record);
  }
  return records;
}
