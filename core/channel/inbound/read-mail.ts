/** Raw MIME to a mail that can be shown and kept. What is too large, too deep or of nobody is refused. */
import { createHash } from 'node:crypto';
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import { Problem } from '../../errors.ts';
import { htmlToText } from '../template/html-to-text.ts';
import { automatic } from './automatic.ts';
import { cleanHtml } from './clean-html.ts';
import type { Mailbox, ReadMail, ReceivedFile } from './mail.ts';
import { senderCheck } from './sender-check.ts';

export const largestMail = 26_214_400;
const mostParts = 200;
const mostFiles = 50;
const longestText = 200_000;
const longestSubject = 300;
const mostReferences = 30;

export interface ReadOptions {
  /** The name by which the receiving server signs its Authentication-Results. */
  trusted?: string;
  now: number;
}

/** Problems `mail-large` (413), `mail-parts`, `mail-sender` (422). */
export async function readMail(raw: Uint8Array, { trusted, now }: ReadOptions): Promise<ReadMail> {
  checkSize(raw);
  checkParts(raw);
  const mail = await parse(raw);
  const header = (name: string): string | undefined => mail.headers.find(({ key }) => key === name)?.value;
  const from = boxesOf(mail.from ? [mail.from] : [])[0];
  if (!from) throw new Problem({ status: 422, code: 'mail-sender' });
  const to = boxesOf(mail.to ?? []);
  const headers = (name: string): string[] =>
    mail.headers.filter(({ key }) => key === name).map(({ value }) => value);
  const html = mail.html === undefined ? null : cleanHtml(storable(mail.html));
  return {
    messageId: idOf(mail.messageId) ?? createHash('sha256').update(raw).digest('hex'),
    answers: answersOf(mail),
    ...{ from, to, html },
    recipients: [
      ...to.map(({ address }) => address),
      ...boxesOf(mail.cc ?? []).map(({ address }) => address),
      ...['delivered-to', 'x-original-to', 'envelope-to'].flatMap(headers).flatMap(addressesIn),
    ],
    subject: oneLine(mail.subject ?? '').slice(0, longestSubject),
    text: storable(mail.text?.trim() || htmlToText(html ?? '')).slice(0, longestText),
    sentAt: sentAt(mail.date, now),
    automatic: automatic(header, from.address),
    sender: senderCheck(headers('authentication-results'), trusted, from.address),
    files: mail.attachments.slice(0, mostFiles).map(fileOf),
  };
}

/** Problem `mail-large` (413). */
export function checkSize(raw: Uint8Array): void {
  if (raw.length > largestMail)
    throw new Problem({ status: 413, code: 'mail-large', params: { megabytes: largestMail / 1_048_576 } });
}

/** Counted before anything is built of them: ten thousand empty parts are a few kilobytes, and a tree of objects. */
function checkParts(raw: Uint8Array): void {
  const text = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  let count = 0;
  for (let at = text.indexOf('\n--'); at >= 0; at = text.indexOf('\n--', at + 3))
    if (/^\n--[^\s]/.test(text.toString('latin1', at, at + 4)) && ++count > mostParts * 4)
      throw new Problem({ status: 422, code: 'mail-parts', params: { max: mostParts } });
}

async function parse(raw: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(raw, {
      maxNestingDepth: 16,
      maxHeadersSize: 256 * 1024,
      maxRfc822NestingDepth: 3,
      attachmentEncoding: 'arraybuffer',
    });
  } catch {
    throw new Problem({ status: 422, code: 'mail-parts', params: { max: mostParts } });
  }
}

const boxesOf = (addresses: readonly Address[]): Mailbox[] =>
  addresses
    .flatMap((one) => one.group ?? [one])
    .map(({ name, address }) => ({
      name: oneLine(name).slice(0, 200),
      address: oneLine(address).toLowerCase(),
    }))
    .filter(({ address }) => /^[^@\s]{1,64}@[^@\s]{1,190}$/.test(address));

/** Cut first: to look for addresses in a hundred kilobytes without a blank takes a minute. */
const addressesIn = (value: string): string[] =>
  oneLine(value)
    .toLowerCase()
    .split(/[\s<>,;]+/)
    .filter((word) => /^[^@]{1,64}@[^@]{1,190}$/.test(word));

/** Before 1970 nobody sent mail: who says so does not know the day. */
function sentAt(date: string | undefined, now: number): number {
  const claimed = Date.parse(date ?? '');
  return claimed > 0 ? Math.min(claimed, now) : now;
}

/** Without the three characters that no text of a record may have. */
const storable = (text: string): string =>
  ['\0', '\u001E', '\u001F'].reduce((left, character) => left.replaceAll(character, ''), text);

const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

const idOf = (value: string | undefined): string | undefined =>
  /<?([^<>\s]{1,900})>?/.exec(storable(value ?? ''))?.[1];

const answersOf = ({ inReplyTo = '', references = '' }: Email): string[] => {
  const nearestFirst = [...inReplyTo.split(/\s+/), ...references.split(/\s+/).toReversed()];
  return [...new Set(nearestFirst.flatMap((value) => idOf(value) ?? []))].slice(0, mostReferences);
};

function fileOf({ filename, mimeType, content }: Attachment, index: number): ReceivedFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
  // A path in a name leads somewhere on the machine of who saves it.
  const name = oneLine(filename ?? '')
    .split(/[/\\]/)
    .at(-1)
    ?.replaceAll(/^\.+/g, '')
    .slice(-160);
  return { name: name || `attachment-${index + 1}`, type: mimeType, bytes };
}
