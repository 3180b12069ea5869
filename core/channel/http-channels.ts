/**
 * Channels that are one HTTP request. SMS: `POST RELATA_SMS_URL` with `{"to": "+4912…", "text": "…"}`, the key as bearer;
 * any 2xx is taken as sent, `{"id": "…"}` in it is kept. Webhook: the recipient is the address, the body
 * `{"subject", "text", …}`, files in it as base64, is signed: `x-relata-signature: sha256=<HMAC of the body>`. Both carry an `Idempotency-Key`.
 */
import { createHmac } from 'node:crypto';
import type { Channel, Delivery } from './channel.ts';
import { AddressRefused, sendOutgoing } from './outgoing.ts';

/** E.164: at most fifteen digits. */
export const refusesPhone = (recipient: string): string | undefined =>
  /^\+[1-9]\d{6,14}$/.test(recipient) ? undefined : 'phone-malformed';

export const refusesWebhook = (recipient: string): string | undefined =>
  URL.canParse(recipient) && /^https?:$/.test(new URL(recipient).protocol) ? undefined : 'webhook-malformed';

interface SmsOptions {
  url: string;
  key: string;
  allowedHosts: readonly string[];
}

export const smsChannel = ({ url, key, allowedHosts }: SmsOptions): Channel => ({
  id: 'sms',
  refuses: refusesPhone,
  deliver: ({ to, text }, { idempotencyKey, signal }) =>
    post({
      url,
      body: JSON.stringify({ to, text }),
      headers: { authorization: `Bearer ${key}`, 'idempotency-key': idempotencyKey },
      ...{ signal, allowedHosts },
    }),
});

interface WebhookOptions {
  secret: string;
  allowedHosts: readonly string[];
}

export const webhookChannel = ({ secret, allowedHosts }: WebhookOptions): Channel => ({
  id: 'webhook',
  refuses: refusesWebhook,
  deliver: ({ to, subject, text, headers, attachments }, { idempotencyKey, signal }) => {
    const body = JSON.stringify({ subject, text, headers, attachments });
    const mac = createHmac('sha256', secret).update(body).digest('hex');
    return post({
      url: to,
      body,
      headers: { 'idempotency-key': idempotencyKey, 'x-relata-signature': `sha256=${mac}` },
      ...{ signal, allowedHosts },
    });
  },
});

interface Posted {
  url: string;
  body: string;
  headers: Record<string, string>;
  signal: AbortSignal;
  allowedHosts: readonly string[];
}

async function post({ headers, ...rest }: Posted): Promise<Delivery> {
  try {
    const all = { 'content-type': 'application/json', ...headers };
    const answer = await sendOutgoing({ method: 'POST', headers: all, ...rest });
    if (answer.status >= 200 && answer.status < 300)
      return { ok: true, id: idIn(answer.body) ?? headers['idempotency-key'] ?? '' };
    const isFinal = answer.status >= 400 && answer.status < 500 && ![408, 425, 429].includes(answer.status);
    return { ok: false, isFinal, detail: `The service answered ${answer.status}.` };
  } catch (error) {
    if (error instanceof AddressRefused)
      return { ok: false, isFinal: true, detail: `${error.message} is private.` };
    return { ok: false, isFinal: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

function idIn(body: string): string | undefined {
  try {
    const { id } = JSON.parse(body) as { id?: unknown };
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}
