/** Looks into a mailbox over IMAP (RFC 9051) as a job: what is unseen is taken, then marked as seen. */
import type { ImapFlow } from 'imapflow';
import type { Sql } from '../../db/connect.ts';
import { Problem } from '../../errors.ts';
import { complete, enqueue, hold, type JobHandler } from '../../job/index.ts';
import type { MailTokens } from '../oauth/mail-tokens.ts';
import type { Inbound } from './inbound.ts';
import { largestMail } from './read-mail.ts';

export const mailboxKind = 'channel.mailbox';
const everyMilliseconds = 30_000;
const mostAtOnce = 200;
/** Held at a time; what is fetched beyond it is taken first. */
const mostBytes = 8 * 1_048_576;

interface MailboxParts {
  sql: Sql;
  now(): number;
  inbound: Inbound;
  /** Such as `imaps://user:password@host/INBOX`. */
  url: string;
  /** Where the address has a user and no password. */
  mailTokens?: MailTokens | undefined;
  log: { error(data: object, message: string): void };
}

/** One job at a time looks, whatever number of servers there is. */
export const watchMailbox = ({ sql, now }: Pick<MailboxParts, 'sql' | 'now'>): Promise<unknown> =>
  enqueue(sql, [nextLook(now())]);

const nextLook = (dueAt: number) =>
  ({ kind: mailboxKind, lane: 3, dueAt, key: mailboxKind, payload: {} }) as const;

export const mailboxJob = (parts: MailboxParts): JobHandler => ({
  kinds: [mailboxKind],
  run: async (jobs, { worker, signal }) => {
    // A server that does not answer is asked again later; the next look loses nothing.
    await readMailbox(parts, signal).catch((error: unknown) =>
      parts.log.error({ err: error }, 'the mailbox could not be read'),
    );
    await parts.sql.begin(async (tx) => {
      const held = await hold(
        tx,
        jobs.map(({ id }) => id),
        worker,
      );
      await complete(tx, [...held], worker);
      await enqueue(tx, [nextLook(parts.now() + everyMilliseconds)]);
    });
  },
});

/** Answers how many mails it looked at. */
export async function readMailbox(
  { url, inbound, log, mailTokens }: Pick<MailboxParts, 'url' | 'inbound' | 'log' | 'mailTokens'>,
  signal: AbortSignal,
): Promise<number> {
  const client = await connected(new URL(url), mailTokens);
  try {
    const lock = await client.getMailboxLock(decodeURIComponent(new URL(url).pathname.slice(1)) || 'INBOX');
    try {
      const unseen = (await client.search({ seen: false }, { uid: true })) || [];
      let waiting: Fetched[] = [];
      let count = 0;
      const takeWaiting = async (): Promise<void> => {
        const seen = await takeAll(inbound, waiting, log);
        if (seen.length > 0) await client.messageFlagsAdd(seen.join(','), ['\\Seen'], { uid: true });
        count += seen.length;
        waiting = [];
      };
      for (const uid of unseen.slice(0, mostAtOnce)) {
        if (signal.aborted) break;
        const maxLength = largestMail + 1;
        const found = await client.fetchOne(`${uid}`, { source: { maxLength } }, { uid: true });
        waiting.push({ uid, source: (found && found.source) || null });
        if (sizeOf(waiting) > mostBytes) await takeWaiting();
      }
      await takeWaiting();
      return count;
    } finally {
      lock.release();
    }
  } finally {
    await client.logout().catch(() => client.close());
  }
}

interface Fetched {
  uid: number;
  /** Null: it went meanwhile. */
  source: Buffer | null;
}

const sizeOf = (mails: readonly Fetched[]): number =>
  mails.reduce((sum, { source }) => sum + (source?.length ?? 0), 0);

/** Those to be marked as seen; throws where one is to be looked at again and none was taken. */
async function takeAll(
  inbound: Inbound,
  mails: readonly Fetched[],
  log: MailboxParts['log'],
): Promise<number[]> {
  const taken = await Promise.allSettled(mails.map(({ source }) => takeOne(inbound, source, log)));
  const seen = mails.filter((_, place) => taken[place]!.status === 'fulfilled').map(({ uid }) => uid);
  const failed = taken.find((one) => one.status === 'rejected');
  if (failed && seen.length === 0) throw failed.reason;
  if (failed) log.error({ err: failed.reason }, 'a mail could not be taken and is looked at again');
  return seen;
}

/** What cannot be read stays in the mailbox, seen, for people. */
async function takeOne(inbound: Inbound, source: Buffer | null, log: MailboxParts['log']): Promise<void> {
  try {
    if (source) await inbound.take(source);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    log.error({ code: error.code }, 'a mail was refused');
  }
}

/** A token that the mail server refuses is replaced once. */
async function connected(url: URL, tokens: MailTokens | undefined): Promise<ImapFlow> {
  const token = tokens && !url.password ? await tokens() : undefined;
  const client = await clientOf(url, token);
  try {
    await client.connect();
    return client;
  } catch (error) {
    // The cast: the library says so of a refused sign-in.
    if (!tokens || !token || !(error as { authenticationFailed?: boolean }).authenticationFailed) throw error;
    const second = await clientOf(url, await tokens(token));
    await second.connect();
    return second;
  }
}

/** The library is loaded where a mailbox is looked into. */
async function clientOf(
  { protocol, hostname, port, username, password }: URL,
  accessToken: string | undefined,
): Promise<ImapFlow> {
  const { ImapFlow: Client } = await import('imapflow');
  return new Client({
    host: hostname,
    port: Number(port) || (protocol === 'imaps:' ? 993 : 143),
    secure: protocol === 'imaps:',
    auth: {
      user: decodeURIComponent(username),
      ...(accessToken ? { accessToken } : { pass: decodeURIComponent(password) }),
    },
    logger: false,
  });
}
