/** A way to reach a customer. Delivery happens from a job, with a stable key; what comes back is a command. */
export interface Message {
  to: string;
  subject: string;
  text: string;
  html?: string;
}

export type Delivery =
  | { ok: true; id: string }
  /** `isFinal`: trying again is of no use, such as an address that does not exist. */
  | { ok: false; isFinal: boolean; detail: string };

export interface Channel {
  id: string;
  deliver(message: Message, options: { idempotencyKey: string; signal: AbortSignal }): Promise<Delivery>;
}
