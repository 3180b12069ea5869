import { z } from 'zod';
import { defineTask, failure, type TaskType } from '../../task.ts';
import { servicePurpose } from '../channel.ts';
import type { Reach } from '../create-reach.ts';
import type { SendingParts } from '../outbox/send-now.ts';
import { sendEach } from './send-each.ts';

/** As people write between the digits of a phone number. */
const between = /[\s().\-/]/g;

/** External: sends one text message per call, through the outbox. Without `RELATA_SMS_URL` every call fails with `sms-not-set-up`. */
export const sendSms = (sending: () => Pick<Reach, 'sms'> & SendingParts): TaskType =>
  defineTask({
    id: 'core.send-sms',
    kind: 'external',
    input: z.object({
      /** With the country code. */
      to: z.string().min(1).max(60),
      /** Ten parts of a text message, about: services take no more. */
      text: z.string().min(1).max(1_500).meta({ format: 'lines' }),
      /** What people must have agreed to for this number; nothing where it is the service they asked for. */
      purpose: z.string().max(40).default(servicePurpose).meta({ from: 'purposes' }),
      timeZone: z.string().max(60).optional(),
      language: z.enum(['en', 'zh-CN']).optional(),
    }),
    output: z.object({ id: z.string() }),
    face: { icon: 'message-square-text', group: 'reach' },
    async run(calls, { signal }) {
      const { sms, ...parts } = sending();
      if (!sms) {
        const missing = 'No SMS service is set up. Set RELATA_SMS_URL and start again.';
        return calls.map(() => failure('sms-not-set-up', missing, {}));
      }
      const dialled = calls.map((call) => ({
        ...call,
        input: { ...call.input, to: call.input.to.replaceAll(between, '') },
      }));
      return sendEach(parts, dialled, { channel: 'sms', refused: 'sms-refused', signal });
    },
  });
