import type { Actor } from '../../access/actor.ts';
import type { MessageEnvelope, SignalPayload } from '../shell/kinds.ts';
import type { BroadcastOutcome } from '../shell/messages/broadcast.ts';
import type { PublishOutcome } from '../shell/messages/publish.ts';
import type { Variables } from '../step/types.ts';
import type { FlowParts } from './parts.ts';
import { submit } from './submit.ts';

export interface PublishMessageInput {
  actor: Actor;
  name: string;
  correlationKey?: string;
  variables: Variables;
  /** Milliseconds it is kept for whoever begins to wait later; 0 for none. */
  keepFor: number;
  messageId?: string;
}

/** Problem `message-ambiguous` (409) when it has no key and several wait. */
export async function publishMessage(parts: FlowParts, input: PublishMessageInput): Promise<PublishOutcome> {
  const now = parts.clock.now();
  const { actor, name, correlationKey = null, variables, keepFor, messageId } = input;
  const envelope: MessageEnvelope = {
    name,
    correlationKey,
    variables,
    messageId,
    expiresAt: now + keepFor,
    actor: actor.id,
    depth: 0,
  };
  // The outcome of a `flow.message` job is what `publish` answered.
  return (await submit(parts, {
    kind: 'flow.message',
    lane: 0,
    dueAt: now,
    payload: { ...envelope, isStrict: true },
  })) as PublishOutcome;
}

export async function broadcastSignal(
  parts: FlowParts,
  { actor, name, variables }: { actor: Actor; name: string; variables: Variables },
): Promise<BroadcastOutcome> {
  const payload: SignalPayload = { name, variables, actor: actor.id, depth: 0 };
  // The outcome of a `flow.signal` job is what `broadcast` answered.
  return (await submit(parts, {
    kind: 'flow.signal',
    lane: 0,
    dueAt: parts.clock.now(),
    payload,
  })) as BroadcastOutcome;
}
