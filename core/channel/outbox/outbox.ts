/** Messages that are wanted. Asking for one writes a row, in the transaction of whoever asks; a job sends it after. */
import type { Clock } from '../../clock.ts';
import type { Db, Sql } from '../../db/connect.ts';
import { newId } from '../../db/new-id.ts';
import { Problem } from '../../errors.ts';
import { enqueue } from '../../job/index.ts';
import { servicePurpose, type Channel, type Content } from '../channel.ts';
import type { Framed } from '../template/framed.ts';
import { sizesOf } from './attached-files.ts';
import { insertMessages } from './sql/insert-messages.ts';

export interface NewMessage extends Content {
  /** The same key is the same message. */
  key: string;
  channel: string;
  /** `service` for what somebody asked for; else what they agreed to. */
  purpose: string;
  to: string;
  subject?: string;
  /** HTML that many messages share; it is their text too, and neither is said besides. */
  framed?: Framed;
  about?: Readonly<Record<string, unknown>>;
  record?: { entity: string; id: string };
  /** A person waits for it; what is service always goes this way. */
  isUrgent?: boolean;
  /** Milliseconds since 1970; at once when absent. */
  dueAt?: number;
  id?: string;
}

export interface Outbox {
  /** Ids in the order given, of those that were there already too. Problems 422 for what cannot be sent. */
  queue(messages: readonly NewMessage[], db?: Db): Promise<string[]>;
  /** The same without leaving a job: whoever asks has it delivered at once. */
  note(message: NewMessage): Promise<string>;
}

export const deliverKind = 'channel.deliver';
const largestMessage = 10 * 1024 * 1024;

export interface OutboxParts {
  sql: Sql;
  clock: Pick<Clock, 'now'>;
  channels: ReadonlyMap<string, Channel>;
  /** Jobs were written. */
  wakeSoon(): void;
}

export function createOutbox({ sql, clock, channels, wakeSoon }: OutboxParts): Outbox {
  return {
    queue: async (messages, db = sql) => {
      if (messages.length === 0) return [];
      const sizes = await sizesOf(db, messages);
      for (const message of messages) check(message, channels, sizes);
      const now = clock.now();
      const rows = messages.map((message) => ({
        ...message,
        id: message.id ?? newId(),
        lane: laneOf(message),
        now,
      }));
      const ids = await insertMessages(db, rows);
      const dues = new Map(rows.map(({ lane, dueAt = now }) => [`${lane} ${dueAt}`, { lane, dueAt }]));
      await enqueue(
        db,
        [...dues.values()].map(({ lane, dueAt }) => ({ kind: deliverKind, lane, dueAt, payload: { lane } })),
      );
      wakeSoon();
      return ids;
    },
    note: async (message) => {
      check(message, channels, await sizesOf(sql, [message]));
      const row = { ...message, id: message.id ?? newId(), lane: 2 as const, now: clock.now() };
      const [id] = await insertMessages(sql, [row]);
      return id!;
    },
  };
}

/** Two lanes of slow work: what somebody waits for never stands behind a hundred thousand. */
const laneOf = ({ purpose, isUrgent }: NewMessage): 2 | 3 => (purpose === servicePurpose || isUrgent ? 2 : 3);

const lineBreak = /[\r\n\0]/;

function check(
  message: NewMessage,
  channels: ReadonlyMap<string, Channel>,
  sizes: ReadonlyMap<string, number>,
): void {
  const channel = channels.get(message.channel);
  if (!channel) throw refused('channel-unknown', { channel: message.channel.slice(0, 80) });
  const why = channel.refuses(message.to);
  if (why) throw refused(why, { recipient: message.to.slice(0, 120) });
  const headers = Object.entries(message.headers ?? {}).flat();
  // A line break would begin a header, or a message, of somebody else's choice.
  if ([message.subject ?? '', message.to, ...headers].some((text) => lineBreak.test(text)))
    throw refused('message-line-break', {});
  const files = message.files ?? [];
  const gone = files.find(({ file }) => !sizes.has(file));
  if (gone) throw refused('message-file-missing', { name: gone.name.slice(0, 120) });
  const size =
    files.reduce((sum, { file }) => sum + (sizes.get(file) ?? 0), 0) +
    message.text.length +
    (message.html?.length ?? 0) +
    lengthOf(message.framed) +
    (message.attachments ?? []).reduce((sum, { content }) => sum + content.length, 0);
  if (size > largestMessage) throw refused('message-large', { megabytes: largestMessage / 1024 / 1024 });
}

const lengthOf = (framed: Framed | undefined): number =>
  framed ? [...framed.frame.pieces, ...framed.holes].reduce((sum, { length }) => sum + length, 0) : 0;

const refused = (code: string, params: Record<string, unknown>): Problem =>
  new Problem({ status: 422, code, params });
