import { z } from 'zod';
import { defineTask, failure, later, ok, type TaskResult, type TaskType } from '../../plugin.ts';
import { servicePurpose, type Channel, type Delivery } from '../channel.ts';

/** External: sends one message per call. Without `SMTP_URL` every call fails with `mail-not-set-up`. */
export const sendEmail = (channel: Channel | undefined): TaskType =>
  defineTask({
    id: 'core.send-email',
    kind: 'external',
    input: z.object({
      to: z.email(),
      subject: z.string().min(1),
      text: z.string(),
      /** What people must have agreed to; nothing where it is the service they asked for. */
      purpose: z.string().max(40).default(servicePurpose),
      timeZone: z.string().max(60).optional(),
      language: z.enum(['en', 'zh-CN']).optional(),
    }),
    output: z.object({ id: z.string() }),
    face: { icon: 'mail', group: 'reach' },
    run: (calls, { signal }) =>
      Promise.all(
        calls.map(async ({ input, idempotencyKey }) => {
          if (!channel)
            return failure('mail-not-set-up', 'No mail server is set up. Set SMTP_URL and start again.', {});
          return resultOf(await channel.deliver(input, { idempotencyKey, signal }));
        }),
      ),
  });

/** What a channel answered, as a flow goes on with it: a reason of its own for each that the gate has. */
export function resultOf(sent: Delivery): TaskResult {
  if (sent.ok) return ok({ id: sent.id });
  if ('until' in sent) return later(sent.until, sent.detail);
  if ('heldBack' in sent) return failure(`held-back.${sent.heldBack}`, sent.detail, {});
  if (sent.isFinal) return failure('mail-refused', sent.detail, { answer: sent.detail });
  throw new Error(sent.detail);
}
