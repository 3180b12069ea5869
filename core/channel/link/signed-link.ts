/** Links that only we can make: what they mean, and until when, signed with a key derived from the secret. */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Problem } from '../../errors.ts';

export interface LinkParts {
  secret(): Promise<string>;
  now(): number;
}

/** `kind` keeps a link for one thing from being used for another. */
export interface Links {
  sign(kind: string, content: Record<string, string>, validMilliseconds: number): Promise<string>;
  /** Problems `link-forged` (400) and `link-expired` (410). */
  open(kind: string, token: string): Promise<Record<string, string>>;
}

const signatureLength = 24;

export function createLinks({ secret, now }: LinkParts): Links {
  let key: Promise<Buffer> | undefined;
  const signatureOf = async (kind: string, body: string): Promise<string> => {
    key ??= secret().then((text) => Buffer.from(hkdfSync('sha256', text, '', 'relata links', 32)));
    return createHmac('sha256', await key)
      .update(`${kind}\n${body}`)
      .digest('base64url')
      .slice(0, signatureLength);
  };
  return {
    sign: async (kind, content, validMilliseconds) => {
      const body = Buffer.from(
        JSON.stringify({ ...content, until: Math.round((now() + validMilliseconds) / 1000) }),
      ).toString('base64url');
      return `${body}.${await signatureOf(kind, body)}`;
    },
    open: async (kind, token) => {
      const [body = '', signature = ''] = token.split('.');
      const wanted = Buffer.from(await signatureOf(kind, body));
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
  };
}
