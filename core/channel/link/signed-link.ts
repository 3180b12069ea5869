/** Links that only we can make: what they mean, and until when, signed with a key derived from the secret. */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
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
}

const signatureLength = 24;

export function createLinks({ secret, now }: LinkParts): Links {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'relata links', 32));
  const signatureOf = (kind: string, body: string): string =>
    createHmac('sha256', key).update(`${kind}\n${body}`).digest('base64url').slice(0, signatureLength);
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
  };
}
