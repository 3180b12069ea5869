/** Links that only we can make: what they mean, and until when, signed with a key derived from the secret. */
import { createHmac, createSecretKey, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Problem } from '../../errors.ts';

export interface LinkParts {
  secret: string;
  now(): number;
}

/** `kind` keeps a link for one thing from being used for another. */
export interface Links {
  sign(kind: string, content: Record<string, string>, validMilliseconds: number): string;
  /** Problems `link-forged` (400) and `link-expired` (410). */
  open(kind: string, token: string): Record<string, string>;
  /** The id of a record, signed, in 38 letters and digits: short enough for the local part of an address; never over. */
  tag(kind: string, id: string): string;
  /** The id; null when we did not make the tag. */
  readTag(kind: string, tag: string): string | null;
}

const signatureLength = 24;

export function createLinks({ secret, now }: LinkParts): Links {
  // Made once: from bytes a key is made anew for each link, which takes six times as long, and a mail has three.
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'relata links', 32)));
  const hmac = (text: string) => createHmac('sha256', key).update(text);
  const signatureOf = (kind: string, body: string): string =>
    hmac(`${kind}\n${body}`).digest('base64url').slice(0, signatureLength);
  const tagEnd = (kind: string, id: string): string =>
    letters(hmac(`tag ${kind}\n${id}`).digest('hex').slice(0, 16), endLetters);
  return {
    sign: (kind, content, validMilliseconds) => {
      const body = Buffer.from(
        JSON.stringify({ ...content, until: Math.round((now() + validMilliseconds) / 1000) }),
      ).toString('base64url');
      return `${body}.${signatureOf(kind, body)}`;
    },
    open: (kind, token) => {
      const [body = '', signature = ''] = token.split('.');
      const wanted = Buffer.from(signatureOf(kind, body));
      const given = Buffer.from(signature);
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
        throw new Problem({ status: 400, code: 'link-forged' });
      // The cast: what is signed was made by `sign`.
      const { until, ...content } = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Record<
        string,
        string
      > & { until: number };
      if (until * 1000 < now()) throw new Problem({ status: 410, code: 'link-expired' });
      return content;
    },
    tag: (kind, id) => `${letters(id.replaceAll('-', ''), idLetters)}${tagEnd(kind, id)}`,
    readTag: (kind, tag) => {
      if (!/^[0-9a-z]{38}$/.test(tag)) return null;
      const id = idOf(tag.slice(0, idLetters));
      const [wanted, given] = [Buffer.from(tagEnd(kind, id)), Buffer.from(tag.slice(idLetters))];
      return timingSafeEqual(wanted, given) ? id : null;
    },
  };
}

/** 128 bits to the base of 36, and 64 of them. */
const idLetters = 25;
const endLetters = 13;

const letters = (hex: string, length: number): string =>
  BigInt(`0x${hex}`).toString(36).padStart(length, '0');

function idOf(text: string): string {
  const number = [...text].reduce((sum, letter) => sum * 36n + BigInt(Number.parseInt(letter, 36)), 0n);
  const hex = number.toString(16).padStart(32, '0').slice(-32);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
