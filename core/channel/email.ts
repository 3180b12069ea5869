/**
 * E-mail over SMTP. The protocol cannot tell a repeated message from a new one: a process killed between the
 * server's acceptance and our commit sends twice. The Message-ID is made from the idempotency key, so that
 * mailboxes which drop repeated ids show one.
 */
import { hash } from 'node:crypto';
import DKIM from 'nodemailer/lib/dkim';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { Channel, Delivery } from './channel.ts';
import { guardedChannel, type Guard } from './gate/guarded-channel.ts';
import { addressIn, mimeOf } from './mime.ts';
import type { MailTokens } from './oauth/mail-tokens.ts';
import { SmtpRefusal } from './smtp/dialogue.ts';
import { createSmtpPool } from './smtp/pool.ts';

export interface EmailOptions {
  url: string;
  from: string;
  /** Signs what is sent (RFC 6376). */
  dkim?: { domainName: string; keySelector: string; privateKey: string };
  /** For a mail server that takes no password. */
  tokens?: MailTokens | undefined;
  /** Connections kept open; each takes one message at a time. */
  connections?: number;
}

/** Behind the gate, like every channel. */
export const emailChannel = ({ guard, ...options }: EmailOptions & { guard: Guard }): Channel =>
  guardedChannel(overSmtp(options), guard);

const address = z.email().max(254);
export const refusesAddress = (recipient: string): string | undefined =>
  address.safeParse(recipient).success ? undefined : 'mail-address-malformed';

/**
 * What the signature covers (RFC 6376, 5.4.1), of what is there. A mail program that offers one-click unsubscription wants
 * both of its headers signed (RFC 8058, 4).
 */
const signedHeaders = [
  ...['From', 'Reply-To', 'Subject', 'Date', 'Message-ID', 'To', 'In-Reply-To', 'References'],
  ...['MIME-Version', 'Content-Type', 'List-Unsubscribe', 'List-Unsubscribe-Post'],
].join(':');

function overSmtp({ url, from, dkim, tokens, connections = 5 }: EmailOptions): Channel {
  const pool = createSmtpPool({ url, connections, tokens });
  const signer = dkim && new DKIM({ ...dkim, headerFieldNames: signedHeaders });
  return {
    id: 'email',
    refuses: refusesAddress,
    deliver: async (message, { idempotencyKey }) => {
      try {
        const messageId = messageIdOf(idempotencyKey, from);
        const raw = mimeOf({ ...message, from, messageId, date: new Date() });
        const signed = signer ? await text(signer.sign(raw)) : raw;
        await pool.send({ from: addressIn(from), to: message.to, raw: signed });
        return { ok: true, id: messageId };
      } catch (error) {
        return refusal(error);
      }
    },
    close: pool.close,
  };
}

/** By which a bounce or an answer finds its message. */
function messageIdOf(idempotencyKey: string, from: string): string {
  const digest = hash('sha256', idempotencyKey, 'hex').slice(0, 32);
  return `<${digest}@${addressIn(from).split('@')[1]}>`;
}

/** RFC 5321: a 5xx answer to a mail is final, everything else is worth another try. */
function refusal(error: unknown): Delivery {
  const detail = error instanceof Error ? error.message : String(error);
  if (!(error instanceof SmtpRefusal) || error.responseCode < 500)
    return { ok: false, isFinal: false, detail };
  return { ok: false, isFinal: true, detail, isGone: noSuchAddress.test(detail) };
}

/** Enhanced codes (RFC 3463, RFC 7505) that speak of the address alone; a bare 550 may be a rule of the server. */
const noSuchAddress = /^5\d\d[ -]5\.(1\.([1236]|10)|2\.1)\s/;
