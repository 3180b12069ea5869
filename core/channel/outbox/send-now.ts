/** A message whose sender waits for what becomes of it: the same key asked again is the same message. */
import type { Sql } from '../../db/connect.ts';
import type { Reach } from '../create-reach.ts';
import { deliverNow } from './delivery.ts';
import type { NewMessage } from './outbox.ts';
import { reclaimMessages } from './sql/write-outcomes.ts';

const shortestWait = 1_000;

export type Sent =
  /** `isTrial`: nothing left the house. `id` as the receiver calls it, else ours; `link` where it can be seen. */
  | { state: 'sent'; id: string; link: string | null; isTrial: boolean }
  /** Trying again is of no use: it was refused, given up, or somebody stopped it. `reason` is a text key below `problem`. */
  | { state: 'failed' | 'refused' | 'cancelled'; reason: string; detail: string }
  /** It may go from then on, in milliseconds since 1970: ask again. */
  | { state: 'waiting'; reason: string; detail: string; until: number };

export type SendingParts = Pick<Reach, 'outbox' | 'delivery'> & { sql: Sql };

interface Row {
  state: string;
  reason: string | null;
  detail: string | null;
  messageId: string | null;
  dueAt: Date;
  lane: number;
  /** Milliseconds until who sends it is taken to be lost. */
  wait: number | null;
}

export async function sendNow(
  { sql, outbox, delivery }: SendingParts,
  message: NewMessage,
  signal: AbortSignal,
): Promise<Sent> {
  const id = await outbox.note(message);
  // A try before this one left it waiting for later; whoever asks decides when that is.
  await sql`update core.outbox set due_at = created_at where id = ${id} and state = 'waiting'`;
  await deliverNow(delivery, id, signal);
  const [row] = await sql<Row[]>`
    select state, reason, detail, message_id as "messageId", due_at as "dueAt", lane,
      (extract(epoch from lease_until - now()) * 1000)::float8 as wait
    from core.outbox where id = ${id}`;
  const [state, reason, detail] = [row?.state, row?.reason ?? '', row?.detail ?? ''];
  if (state === 'sent' || state === 'trial')
    return { state: 'sent', id: row?.messageId ?? id, link: detail || null, isTrial: state === 'trial' };
  if (state === 'failed' || state === 'refused' || state === 'cancelled') return { state, reason, detail };
  if (row && state === 'waiting') return { state, reason, detail, until: row.dueAt.getTime() };
  if (row?.state !== 'sending') throw new Error('The message is not in the outbox.');
  // Another process has it, or had: asked again as this message it goes once, where a new one would go twice.
  if ((row.wait ?? 0) <= 0) await reclaimMessages(sql, row.lane);
  const until = delivery.clock.now() + Math.max(row.wait ?? 0, shortestWait);
  return { state: 'waiting', reason: 'message-being-sent', detail, until };
}
