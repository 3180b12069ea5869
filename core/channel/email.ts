/**
 * E-mail over SMTP. The protocol cannot tell a repeated message from a new one: a process killed between the
 * server's acceptance and our commit sends twice. The Message-ID is made from the idempotency key, so that
 * mailboxes which drop repeated ids show one.
 */
import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { Channel, Delivery } from './channel.ts';
import { guardedChannel, type Guard } from './gate/guarded-channel.ts';

/** Behind the gate, like every channel. */
export const emailChannel = ({ guard, ...options }: { url: string; from: string; guard: Guard }): Channel =>
  guardedChannel(overSmtp(options), guard);

function overSmtp(options: { url: string; from: string }): Channel {
  const transport = createTransport(options.url, { from: options.from });
  return {
    id: 'email',
    deliver: async ({ to, subject, text, html, headers }, { idempotencyKey }) => {
      const digest = createHash('sha256').update(idempotencyKey).digest('hex').slice(0, 32);
      try {
        const sent = await transport.sendMail({
          subject: subject.replaceAll(/[\r\n]+/g, ' '),
          ...{ text, html, headers },
          // As an object: a name or a second address in the text of one would be believed.
          to: { name: '', address: to },
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
