import { z } from 'zod';
import type { Sql } from '../../db/connect.ts';
import { Problem } from '../../errors.ts';
import { defineTask, failure, later, ok, type TaskResult, type TaskType } from '../../plugin.ts';
import { servicePurpose } from '../channel.ts';
import type { Reach } from '../create-reach.ts';
import { deliverNow } from '../outbox/delivery.ts';
import type { NewMessage } from '../outbox/outbox.ts';
import { quietHours } from '../outbox/sql/write-outcomes.ts';

type Sending = Pick<Reach, 'mail' | 'outbox' | 'delivery'> & { sql: Sql };

/** External: sends one message per call, through the outbox. Without `SMTP_URL` every call fails with `mail-not-set-up`. */
export const sendEmail = (sending: () => Sending): TaskType =>
  defineTask({
    id: 'core.send-email',
    kind: 'external',
    input: z.object({
      to: z.email(),
      subject: z.string().min(1),
      text: z.string().meta({ format: 'lines' }),
      /** What people must have agreed to; nothing where it is the service they asked for. */
      purpose: z.string().max(40).default(servicePurpose),
      timeZone: z.string().max(60).optional(),
      language: z.enum(['en', 'zh-CN']).optional(),
    }),
    output: z.object({ id: z.string() }),
    face: { icon: 'mail', group: 'reach' },
    run: (calls, { signal }) =>
      Promise.all(
        calls.map(async ({ input, idempotencyKey: key, subject: record, instance, flow, element }) => {
          try {
            const message = {
              ...input,
              key,
              channel: 'email',
              about: { instance, flow, element },
              ...(record && { record }),
            };
            return await send(sending(), message, signal);
          } catch (error) {
            if (!(error instanceof Problem)) throw error;
            return failure(error.code, error.code, error.params);
          }
        }),
      ),
  });

interface Row {
  state: string;
  reason: string;
  detail: string;
  messageId: string | null;
  dueAt: Date;
}

async function send(
  { sql, mail, outbox, delivery }: Sending,
  message: NewMessage,
  signal: AbortSignal,
): Promise<TaskResult> {
  if (!mail) return failure('mail-not-set-up', 'No mail server is set up. Set SMTP_URL and start again.', {});
  const id = await outbox.note(message);
  // A try before this one left it waiting for later; the flow decides when that is.
  await sql`update core.outbox set due_at = created_at where id = ${id} and state = 'waiting'`;
  await deliverNow(delivery, id, signal);
  const [row] = await sql<Row[]>`
    select state, reason, coalesce(detail, '') as detail, message_id as "messageId", due_at as "dueAt"
    from core.outbox where id = ${id}`;
  return resultOf(row, id);
}

/** What became of it, as a flow goes on with it: a reason of its own for each that the gate has. */
function resultOf(row: Row | undefined, id: string): TaskResult {
  if (row?.state === 'sent' || row?.state === 'trial') return ok({ id: row.messageId ?? id });
  if (row?.state === 'failed') return failure('mail-refused', row.detail, { answer: row.detail });
  if (row?.state === 'refused') return failure(row.reason, row.detail, {});
  if (row?.reason === quietHours) return later(row.dueAt.getTime(), row.reason);
  throw new Error(row?.detail || 'The message is still being sent.');
}
