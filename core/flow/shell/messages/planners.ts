import type { Job } from '../../../job/index.ts';
import type { MessageEnvelope, SignalPayload } from '../kinds.ts';
import type { Planner } from '../planner.ts';
import { broadcast } from './broadcast.ts';
import { publish } from './publish.ts';

interface MessagePayload extends MessageEnvelope {
  /** Published by a person, who can be told that it is ambiguous. */
  isStrict?: boolean;
}

export const message: Planner = {
  kind: 'flow.message',
  plan: (tx, job, parts) => {
    const { isStrict = false, ...envelope } = (job as Job<MessagePayload>).payload;
    return publish(tx, { message: envelope, now: parts.clock.now(), lane: job.lane, isStrict });
  },
};

export const signal: Planner = {
  kind: 'flow.signal',
  plan: (tx, job, parts) => broadcast(tx, (job as Job<SignalPayload>).payload, parts.clock.now()),
};
