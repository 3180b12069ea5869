import { z } from 'zod';
import { defineTask, failure, ok, type TaskType } from '../../plugin.ts';
import type { Channel } from '../channel.ts';

/** External: sends one message per call. Without `SMTP_URL` every call fails with `mail-not-set-up`. */
export const sendEmail = (channel: Channel | undefined): TaskType =>
  defineTask({
    id: 'core.send-email',
    kind: 'external',
    input: z.object({ to: z.email(), subject: z.string().min(1), text: z.string() }),
    output: z.object({ id: z.string() }),
    example: { id: '<example@relata>' },
    face: { icon: 'mail', group: 'reach' },
    run: (calls, { signal }) =>
      Promise.all(
        calls.map(async ({ input, idempotencyKey }) => {
          if (!channel)
            return failure('mail-not-set-up', 'No mail server is set up. Set SMTP_URL and start again.', {});
          const sent = await channel.deliver(input, { idempotencyKey, signal });
          if (sent.ok) return ok({ id: sent.id });
          if (sent.isFinal) return failure('mail-refused', sent.detail, { answer: sent.detail });
          throw new Error(sent.detail);
        }),
      ),
  });
