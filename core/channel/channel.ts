/** A way to reach a customer. Delivery happens from a job, with a stable key; what comes back is a command. */
export interface Message {
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** What it is for: a purpose that people agree to or not, or `service` for what somebody asked for or must know. */
  purpose: string;
  /** IANA zone of the person, for quiet hours; the company's when absent. */
  timeZone?: string;
  /** The person's; the company's when absent. */
  language?: 'en' | 'zh-CN';
  headers?: Record<string, string>;
}

/** What nobody needs to agree to: an answer, a receipt, an invitation. */
export const servicePurpose = 'service';

export type HeldBack = 'purpose-unknown' | 'address-invalid' | 'suppressed' | 'no-consent' | 'limit-reached';

export type Delivery =
  | { ok: true; id: string }
  /** The gate let it not pass: trying again is of no use. */
  | { ok: false; isFinal: true; detail: string; heldBack: HeldBack }
  /** Quiet hours: it may pass from then on, in milliseconds since 1970. */
  | { ok: false; isFinal: false; detail: string; until: number }
  /** `isFinal`: trying again is of no use, such as an address that does not exist. */
  | { ok: false; isFinal: boolean; detail: string };

export interface Channel {
  id: string;
  deliver(message: Message, options: { idempotencyKey: string; signal: AbortSignal }): Promise<Delivery>;
}
