/** A mail that came in, made harmless: what receivers get to see. */
import type { Tx } from '../../db/connect.ts';

export interface Mailbox {
  name: string;
  address: string;
}

export type SenderCheck =
  /** The receiving server vouches for the sender (RFC 8601). */
  | 'verified'
  /** Nobody says anything about it. */
  | 'unknown'
  /** The receiving server says that it is not from whom it says. */
  | 'failed';

/** Why no person wrote it; such mail is never answered by a machine. */
export type Automatic = 'auto-submitted' | 'bulk' | 'report';

export interface ReceivedFile {
  name: string;
  /** As it says; what is stored knows its type by its content. */
  type: string;
  bytes: Uint8Array;
}

export interface ReadMail {
  /** Without brackets; made from the content when it has none. */
  messageId: string;
  /** Of mails that this one answers, the nearest first. */
  answers: string[];
  from: Mailbox;
  to: Mailbox[];
  /** Every address it was sent to or delivered at. */
  recipients: string[];
  subject: string;
  text: string;
  /** Without anything that runs, loads or hides. */
  html: string | null;
  /** Milliseconds since 1970; never in the future. */
  sentAt: number;
  automatic: Automatic | null;
  /** It reports of a message of ours, and is noted with that. */
  isReport?: boolean;
  sender: SenderCheck;
  files: ReceivedFile[];
}

export interface IncomingMail extends Omit<ReadMail, 'files' | 'answers'> {
  id: string;
  /** Records of the messages that this one answers, the surest first: by its signed address, then by its headers. */
  about: string[];
  /** Stored already; file fields take their ids. */
  files: { id: string; name: string; type: string; size: number }[];
}

export interface RecordOfMail {
  entity: string;
  id: string;
}

/**
 * Takes mails: the first that answers a record has it. All of a moment at once, in the transaction that keeps them, each
 * exactly once; answers in their order, null for what it does not take. None of them answers another.
 */
export interface MailReceiver {
  run(tx: Tx, mails: readonly IncomingMail[]): Promise<(RecordOfMail | null)[]>;
}
