/** What a step of a flow does to reach somebody: one message per call, through the outbox, and what became of it. */
import { Problem } from '../../errors.ts';
import { failure, later, ok, type TaskCall, type TaskResult } from '../../task.ts';
import { triedAgain } from '../outbox/delivery.ts';
import type { NewMessage } from '../outbox/outbox.ts';
import { sendNow, type SendingParts, type Sent } from '../outbox/send-now.ts';

type Said = Pick<NewMessage, 'to' | 'text' | 'purpose' | 'subject' | 'timeZone' | 'language'>;

interface Way {
  channel: string;
  /** The code by which a flow catches that the other side refused for good. */
  refused: string;
  signal: AbortSignal;
}

export const sendEach = <Input extends Said>(
  sending: SendingParts,
  calls: readonly TaskCall<Input>[],
  { channel, refused, signal }: Way,
): Promise<TaskResult[]> =>
  Promise.all(
    calls.map(async ({ input, idempotencyKey: key, subject: record, instance, flow, element }) => {
      const about = { instance, flow, element };
      try {
        const sent = await sendNow(
          sending,
          { ...input, key, channel, about, ...(record && { record }) },
          signal,
        );
        return resultOf(sent, refused);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        return failure(error.code, error.code, error.params);
      }
    }),
  );

/** As a flow goes on with it: a reason of its own for each that the gate has. */
function resultOf(sent: Sent, refused: string): TaskResult {
  if (sent.state === 'sent') return ok({ id: sent.id });
  if (sent.state === 'failed') return failure(refused, sent.detail, { answer: sent.detail });
  if (sent.state === 'refused') return failure(sent.reason, sent.detail, {});
  // What the other side could not take is tried again as the step says; all else only waits.
  if (sent.state === 'waiting' && sent.reason !== triedAgain) return later(sent.until, sent.reason);
  throw new Error(sent.detail);
}
