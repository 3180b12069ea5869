/** Mail that comes in, exactly once by its Message-ID. Mails of the same moment are kept in one transaction. */
import { gather } from './gather.ts';
import { keepMails, type KeepParts } from './keep-mails.ts';
import type { ReadMail } from './mail.ts';
import { readMailApart } from './read-apart.ts';
import type { Tx } from '../../db/connect.ts';

export type Taken =
  | { state: 'taken'; id: string; record: { entity: string; id: string } }
  /** It was there before. */
  | { state: 'duplicate' }
  /** `reason` is a problem code. */
  | { state: 'refused'; reason: string };

export interface Inbound {
  /** Problems of `readMailApart` for what is no mail. */
  take(raw: Uint8Array): Promise<Taken>;
}

export interface InboundParts extends KeepParts {
  /** Of a mail that a machine wrote: one that did not arrive, or a complaint, is noted with the message it is about. */
  noteReport(raw: Uint8Array): Promise<{ message: string | null } | null>;
  transaction<T>(run: (tx: Tx) => Promise<T>): Promise<T>;
  /** The name of the server whose Authentication-Results count. */
  trusted?: string;
}

/** Nobody notices it, and a mail server that delivers over several connections fills it. */
const gatherMilliseconds = 10;
const mostAtOnce = 50;
/** Of their files, while more than one mail is at hand. */
const mostBytes = 8 * 1_048_576;

export function createInbound(parts: InboundParts): Inbound {
  const keep = gather<ReadMail, Taken>({
    milliseconds: gatherMilliseconds,
    canJoin: (mail, before) =>
      before.length < mostAtOnce &&
      bytesOf(before) + bytesOf([mail]) <= mostBytes &&
      !mail.answers.some((id) => before.some(({ messageId }) => messageId === id)),
    work: (mails) => parts.transaction((tx) => keepMails(parts, tx, mails)),
  });
  return {
    take: async (raw) => {
      const mail = await readMailApart(raw, {
        now: parts.now(),
        ...(parts.trusted && { trusted: parts.trusted }),
      });
      // First: a mail that is kept is not looked at again. One mail server reports of thousands, so that no limit counts.
      const report = mail.automatic && (await parts.noteReport(raw));
      return keep({ ...mail, isReport: Boolean(report?.message) });
    },
  };
}

const bytesOf = (mails: readonly ReadMail[]): number =>
  mails.reduce((sum, { files }) => sum + files.reduce((own, { bytes }) => own + bytes.length, 0), 0);
