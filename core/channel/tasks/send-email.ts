import { z } from 'zod';
import { defineTask, failure, type TaskType } from '../../task.ts';
import { servicePurpose } from '../channel.ts';
import type { Reach } from '../create-reach.ts';
import type { SendingParts } from '../outbox/send-now.ts';
import { sendEach } from './send-each.ts';

/** External: sends one message per call, through the outbox. Without `SMTP_URL` every call fails with `mail-not-set-up`. */
export const sendEmail = (sending: () => Pick<Reach, 'mail'> & SendingParts): TaskType =>
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
    async run(calls, { signal }) {
      const { mail, ...parts } = sending();
      if (mail) return sendEach(parts, calls, { channel: 'email', refused: 'mail-refused', signal });
      const missing = 'No mail server is set up. Set SMTP_URL and start again.';
      return calls.map(() => failure('mail-not-set-up', missing, {}));
    },
  });
