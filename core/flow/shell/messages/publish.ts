/** One message reaches exactly one instance: the oldest that waits, else a new one, else it is kept for its time. */
import type { Tx } from '../../../db/connect.ts';
import { idRange } from '../../../db/id-range.ts';
import { enqueue, type Lane } from '../../../job/index.ts';
import { Problem } from '../../../errors.ts';
import type { CommandPayload, MessageEnvelope, StartPayload } from '../kinds.ts';
import { dropExpired, keep, remember } from './keep.ts';
import { lockName } from './lock-names.ts';
import { stopChain, stopRounds } from './stop-chain.ts';
import { takeWaiting, waiting } from './waiting.ts';

export type PublishOutcome =
  | { outcome: 'correlated' | 'started'; instance: string }
  | { outcome: 'kept' | 'expired' | 'duplicate' };

export interface PublishInput {
  message: MessageEnvelope;
  now: number;
  lane: Lane;
  /** A person published it: without a key, several that wait are a problem. */
  isStrict: boolean;
}

export async function publish(tx: Tx, input: PublishInput): Promise<PublishOutcome> {
  const { message, now } = input;
  if (message.messageId && !(await remember(tx, message, now))) return { outcome: 'duplicate' };
  if (await stopRounds(tx, { kind: 'message', ...message }, now)) return { outcome: 'expired' };
  const instance = await correlate(tx, input);
  if (instance) return { outcome: 'correlated', instance };
  const started = await start(tx, input);
  if (started === 'stopped') return { outcome: 'expired' };
  if (started) return { outcome: 'started', instance: started };
  if (message.expiresAt <= now) return { outcome: 'expired' };
  await lockName(tx, message.name);
  // Somebody may have begun to wait before the lock was there; whoever comes later finds the message.
  if ((await waiting(tx, message)).length > 0) throw new LateSubscriber();
  await keep(tx, message, now);
  await dropExpired(tx, now);
  return { outcome: 'kept' };
}

/** Somebody began to wait meanwhile: publish again, in a new transaction. */
export class LateSubscriber extends Error {}

async function correlate(tx: Tx, { message, now, lane, isStrict }: PublishInput): Promise<string | null> {
  for (;;) {
    const [first, second] = await waiting(tx, message);
    if (!first) return null;
    if (isStrict && second && message.correlationKey === null)
      throw new Problem({ status: 409, code: 'message-ambiguous', params: { name: message.name } });
    if (!(await takeWaiting(tx, first))) continue;
    const command = {
      type: 'trigger',
      wait: first.wait,
      variables: message.variables,
      message: { ...message, messageId: undefined },
    } as const;
    const payload: CommandPayload = { actor: message.actor, command };
    await enqueue(tx, [{ kind: 'flow.command', lane, dueAt: now, target: first.instance, payload }]);
    return first.instance;
  }
}

async function start(tx: Tx, { message, now, lane }: PublishInput): Promise<string | null> {
  const [found] = await tx<{ flow: string; version: number; event: string; part: number }[]>`
    select flow, version, element as event, part from flow.start_subscription
    where kind = 'message' and name = ${message.name} order by flow limit 1`;
  if (!found) return null;
  if (await stopChain(tx, message, { starts: [found], now })) return 'stopped';
  const [id] = idRange(1);
  const item = { variables: message.variables, businessKey: message.correlationKey ?? undefined };
  const payload: StartPayload = { ...found, actor: message.actor, depth: message.depth, items: [item] };
  await enqueue(tx, [{ kind: 'flow.start', lane, dueAt: now, target: id, targetLast: id, payload }]);
  return id!;
}
