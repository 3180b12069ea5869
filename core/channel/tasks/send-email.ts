import { z } from 'zod';
import { Problem } from '../../errors.ts';
import { defineTask, failure, later, ok, type TaskResult, type TaskType } from '../../task.ts';
import { servicePurpose } from '../channel.ts';
import type { Reach } from '../create-reach.ts';
import { triedAgain } from '../outbox/delivery.ts';
import type { NewMessage } from '../outbox/outbox.ts';
import { sendNow, type SendingParts, type Sent } from '../outbox/send-now.ts';

type Sending = Pick<Reach, 'mail'> & SendingParts;

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
      purpose: z.string().max(40).default(servicePurpose).meta({ from: 'purposes' }),
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

async function send(
  { mail, ...sending }: Sending,
  message: NewMessage,
  signal: AbortSignal,
): Promise<TaskResult> {
  if (!mail) return failure('mail-not-set-up', 'No mail server is set up. Set SMTP_URL and start again.', {});
  return resultOf(await sendNow(sending, message, signal));
}

/** What became of it, as a flow goes on with it: a reason of its own for each that the gate has. */
function resultOf(sent: Sent): TaskResult {
  if (sent.state === 'sent') return ok({ id: sent.id });
  if (sent.state === 'failed') return failure('mail-refused', sent.detail, { answer: sent.detail });
  if (sent.state === 'refused') return failure(sent.reason, sent.detail, {});
  // What the other side could not take is tried again as the step says; all else only waits.
  if (sent.state === 'waiting' && sent.reason !== triedAgain) return later(sent.until, sent.reason);
  throw new Error(sent.detail);
}
