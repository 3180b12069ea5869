/** Mail that comes in, exactly once by its Message-ID: read, checked, its files stored, and given to who takes it. */
import type { Tx } from '../../db/connect.ts';
import { newId } from '../../db/new-id.ts';
import type { NewFile, StoredFile } from '../../file/files.ts';
import type { Links } from '../link/signed-link.ts';
import type { MailReceiver, ReadMail } from './mail.ts';
import { readMail } from './read-mail.ts';
import { findAnswered } from './sql/find-answered.ts';
import { insertMail } from './sql/insert-mail.ts';

export type Taken =
  | { state: 'taken'; id: string; record: { entity: string; id: string } }
  /** It was there before. */
  | { state: 'duplicate' }
  /** `reason` is a problem code. */
  | { state: 'refused'; reason: string };

export interface Inbound {
  /** Problems of `readMail` for what is no mail. */
  take(raw: Uint8Array): Promise<Taken>;
}

export interface InboundParts {
  now(): number;
  links: Links;
  transaction<T>(run: (tx: Tx) => Promise<T>): Promise<T>;
  filesOf(tx: Tx): { write(file: NewFile): Promise<StoredFile> };
  receivers: readonly MailReceiver[];
  /** The name of the server whose Authentication-Results count. */
  trusted?: string;
}

/** Signs addresses that answers come to: `support+<tag>@…`. */
export const replyTag = 'reply';
/** Mails of one sender in ten minutes; two machines that answer each other pass it soon. */
const mostPerSender = 30;

export const createInbound = (parts: InboundParts): Inbound => ({
  take: async (raw) => {
    const mail = await readMail(raw, { now: parts.now(), ...(parts.trusted && { trusted: parts.trusted }) });
    return parts.transaction((tx) => keep(parts, tx, mail));
  },
});

async function keep(parts: InboundParts, tx: Tx, mail: ReadMail): Promise<Taken> {
  const id = newId();
  if (!(await insertMail(tx, { id, mail, now: parts.now() }))) return { state: 'duplicate' };
  const refuse = async (reason: string): Promise<Taken> => {
    await tx`update core.inbound_mail set state = 'refused', reason = ${reason} where id = ${id}`;
    return { state: 'refused', reason };
  };
  if (await isOwn(tx, mail.messageId)) return refuse('mail-own');
  if (await isTooMuch(tx, mail.from.address, parts.now())) return refuse('mail-too-many');
  const tagged = mail.recipients.flatMap((address) => {
    const tag = /\+([a-z0-9]+)@/.exec(address)?.[1];
    return (tag && parts.links.readTag(replyTag, tag)) ?? [];
  });
  const files = [];
  for (const { name, bytes } of mail.files)
    files.push(await parts.filesOf(tx).write({ name, bytes: only(bytes), createdBy: 'system' }));
  const about = [...new Set([...tagged, ...(await findAnswered(tx, mail.answers))])];
  for (const receiver of parts.receivers) {
    const record = await receiver.run(tx, { ...mail, id, about, files });
    if (!record) continue;
    await tx`update core.inbound_mail set entity = ${record.entity}, record_id = ${record.id} where id = ${id}`;
    return { state: 'taken', id, record };
  }
  for (const file of files) await tx`delete from core.file where id = ${file.id}`;
  return refuse(mail.automatic ? 'mail-automatic' : 'mail-for-nobody');
}

/** What we sent ourselves and came back. */
async function isOwn(tx: Tx, messageId: string): Promise<boolean> {
  const rows = await tx`select 1 from core.outbox where message_id = ${`<${messageId}>`} limit 1`;
  return rows.length > 0;
}

async function isTooMuch(tx: Tx, sender: string, now: number): Promise<boolean> {
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int as count from core.inbound_mail
    where sender = ${sender} and at > to_timestamp(${now - 600_000}::float8 / 1000)`;
  return (row?.count ?? 0) > mostPerSender;
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
