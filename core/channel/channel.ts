/** A way to reach a customer. Delivery happens from a job, with a stable key; what comes back is a command. */
export interface Attachment {
  name: string;
  type: string;
  /** Base64. */
  content: string;
}

/** A file that is kept already; it is read when the message goes, so that a hundred thousand messages hold it once. */
export interface AttachedFile {
  file: string;
  name: string;
}

/** What a message says, and what the gate and its way out go by. */
export interface Content {
  text: string;
  html?: string;
  headers?: Readonly<Record<string, string>>;
  attachments?: readonly Attachment[];
  files?: readonly AttachedFile[];
  /** IANA zone of the person, for quiet hours; the company's when absent. */
  timeZone?: string;
  /** The person's; the company's when absent. */
  language?: 'en' | 'zh-CN';
}

export interface Message extends Content {
  to: string;
  subject: string;
  /** What it is for: a purpose that people agree to or not, or `service` for what somebody asked for or must know. */
  purpose: string;
}

/** What nobody needs to agree to: an answer, a receipt, an invitation. */
export const servicePurpose = 'service';

export type HeldBack = 'purpose-unknown' | 'address-invalid' | 'suppressed' | 'no-consent' | 'limit-reached';

export type Delivery =
  /** `isTrial`: it passed the gate, and would have been sent. `link`: where it can be seen, for what is public. */
  | { ok: true; id: string; isTrial?: boolean; link?: string }
  /** The gate let it not pass: trying again is of no use. */
  | { ok: false; isFinal: true; detail: string; heldBack: HeldBack }
  /** Quiet hours: it may pass from then on, in milliseconds since 1970. */
  | { ok: false; isFinal: false; detail: string; until: number }
  /** `isFinal`: trying again is of no use. `isGone`: for this address never, since it does not exist. */
  | { ok: false; isFinal: boolean; detail: string; isGone?: boolean };

export interface Channel {
  id: string;
  /** Why a recipient cannot be one of this channel's, as a problem code; undefined when it can. */
  refuses(recipient: string): string | undefined;
  deliver(message: Message, options: { idempotencyKey: string; signal: AbortSignal }): Promise<Delivery>;
  /** What people call recipients, where those are ids. */
  names?(recipients: readonly string[]): Promise<ReadonlyMap<string, string>>;
  close?(): void;
}
