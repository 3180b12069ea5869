/**
 * E-mail over SMTP. The protocol cannot tell a repeated message from a new one: a process killed between the
 * server's acceptance and our commit sends twice. The Message-ID is made from the idempotency key, so that
 * mailboxes which drop repeated ids show one.
 */
import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { Channel, Delivery } from './channel.ts';

export function emailChannel(options: { url: string; from: string }): Channel {
  const transport = createTransport(options.url, { from: options.from });
  return {
    id: 'email',
    deliver: async (message, { idempotencyKey }) => {
      const digest = createHash('sha256').update(idempotencyKey).digest('hex').slice(0, 32);
      try {
        const sent = await transport.sendMail({
          ...message,
          messageId: `<${digest}@${options.from.split('@')[1]}>`,
        });
        return { ok: true, id: sent.messageId };
      } catch (error) {
        return refusal(error);
      }
    },
  };
}

/** RFC 5321: a 5xx answer is final, everything else is worth another try. */
function refusal(error: unknown): Delivery {
  const { responseCode, message } = error as { responseCode?: number; message?: string };
  return { ok: false, isFinal: (responseCode ?? 0) >= 500, detail: message ?? 'unknown' };
}
