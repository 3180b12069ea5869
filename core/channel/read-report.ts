/**
 * Reports about mail: delivery status (RFC 3464) with its codes (RFC 3463), and complaints (RFC 5965). Which message
 * they are about is found by the Message-ID of the original, which both carry along (RFC 6522).
 */
import PostalMime from 'postal-mime';

export interface Report {
  kind: 'bounced' | 'complained' | 'delayed';
  messageId: string;
  /** RFC 3463, such as 5.1.1; empty for complaints. */
  status: string;
  /** The address is of no use. */
  isHard: boolean;
  recipient: string | null;
}

export async function readReport(raw: ArrayBuffer): Promise<Report | null> {
  const mail = await PostalMime.parse(raw, { maxNestingDepth: 16, maxHeadersSize: 256 * 1024 });
  const parts = mail.attachments.map(({ mimeType, content }) => ({
    type: mimeType.toLowerCase(),
    text: typeof content === 'string' ? content : new TextDecoder().decode(content),
  }));
  const part = (type: string): string | undefined => parts.find((one) => one.type === type)?.text;
  const original =
    part('message/rfc822') ?? part('text/rfc822-headers') ?? part('message/rfc822-headers') ?? '';
  const messageId = field(original, 'Message-ID') ?? field(mail.text ?? '', 'Message-ID');
  if (!messageId) return null;
  const feedback = part('message/feedback-report');
  if (feedback !== undefined)
    return {
      kind: 'complained',
      messageId,
      status: '',
      isHard: true,
      recipient: address(field(feedback, 'Original-Rcpt-To')),
    };
  const status = part('message/delivery-status') ?? part('message/global-delivery-status');
  if (status === undefined) return null;
  return { messageId, ...statusOf(status) };
}

function statusOf(text: string): Omit<Report, 'messageId'> {
  const status = /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(field(text, 'Status') ?? '')?.[1] ?? '';
  const isFailed = field(text, 'Action')?.toLowerCase() === 'failed' || status.startsWith('5');
  return {
    kind: isFailed ? 'bounced' : 'delayed',
    status,
    isHard: isOfNoUse(status),
    recipient: address(field(text, 'Final-Recipient')),
  };
}

/**
 * Class 5 is final for the message, and mostly since there is no such address. Not so where it says what was wrong with
 * us or with this message (RFC 3463): our own address (5.1.7, 5.1.8), a full mailbox (5.2.2), a message too large (5.2.3,
 * 5.3.4), a system that has a fault (5.3), what is in it (5.6), a policy such as one against spam (5.7).
 */
const isOfNoUse = (status: string): boolean =>
  status.startsWith('5.') && !/^5\.(1\.[78]$|2\.[23]$|3\.|6\.|7\.)/.test(status);

/** The value of a header field, unfolded. */
function field(text: string, name: string): string | undefined {
  const start = text
    .split(/\r?\n/)
    .findIndex((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  if (start < 0) return undefined;
  const [first = '', ...rest] = text.split(/\r?\n/).slice(start);
  const folded = rest.slice(0, rest.findIndex((line) => !/^[ \t]/.test(line)) >>> 0);
  return [first.slice(name.length + 1), ...folded].join(' ').replaceAll('\0', '').trim();
}

/** `rfc822; somebody@example.com`. */
const address = (text: string | undefined): string | null =>
  text?.split(';').at(-1)?.trim().replaceAll(/^<|>$/g, '') ?? null;
