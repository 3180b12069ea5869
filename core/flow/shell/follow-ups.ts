import type { Lane, NewJob } from '../../job/index.ts';
import {
  askKey,
  timerKey,
  type AskPayload,
  type CommandPayload,
  type ExternalPayload,
  type MessageEnvelope,
  type SignalPayload,
  type TimerPayload,
} from './kinds.ts';
import { quick } from './messages/stop-chain.ts';
import type { Batch } from './open.ts';
import type { InstanceRun } from './run.ts';

/** A thrown message that nobody awaits yet is kept this long: the other pool may be a step behind. */
const thrownFor = 3_600_000;

/** The jobs that an instance leaves behind: timers, outside work, what was put off, messages and signals. */
export function followUps(run: InstanceRun, batch: Batch, lane: 0 | 1): NewJob[] {
  const base = { dueAt: batch.now, lane: lane as Lane };
  const rounds = run.rounds + 1;
  const depth = batch.now - run.startedAt < quick ? run.depth + 1 : 1;
  const jobs: NewJob[] = [
    ...run.published.map(({ name, correlationKey, variables }) => ({
      ...base,
      kind: 'flow.message',
      payload: {
        name,
        correlationKey,
        variables,
        expiresAt: batch.now + thrownFor,
        actor: run.startedBy,
        depth,
        rounds,
      } satisfies MessageEnvelope,
    })),
    ...run.broadcast.map(({ name, variables, last }) => ({
      ...base,
      kind: 'flow.signal',
      payload: {
        name,
        variables,
        actor: run.startedBy,
        depth,
        rounds,
        thrower: { instance: run.id, last },
      } satisfies SignalPayload,
    })),
  ];
  if (run.ended) return jobs;
  for (const [wait, body] of run.opened)
    if (body.kind === 'timer')
      jobs.push({
        ...base,
        kind: 'flow.timer',
        dueAt: body.due,
        target: run.id,
        key: timerKey(run.id, wait),
        payload: { wait } satisfies TimerPayload,
      });
  for (const { effect, attempt, dueAt } of run.later)
    jobs.push({
      ...base,
      kind: 'flow.ask',
      dueAt,
      target: run.id,
      key: askKey(run.id, effect.ask),
      payload: { effect, attempt } satisfies AskPayload,
    });
  for (const call of run.external)
    jobs.push({
      ...base,
      kind: 'flow.external',
      lane: (lane + 2) as Lane,
      target: run.id,
      key: askKey(run.id, call.ask),
      maxAttempts: call.retries.times + 1,
      payload: {
        call,
        flow: run.definition.key,
        subject: run.subject,
        depth: run.depth,
      } satisfies ExternalPayload,
    });
  return jobs;
}

/** For an instance that somebody else holds, or that is suspended. */
export const postedCommand = (
  target: string,
  payload: CommandPayload,
  at: { dueAt: number; lane: 0 | 1 },
): NewJob => ({ ...at, kind: 'flow.command', target, payload });

/** Its wait was gone when it came: it is published anew, for whoever waits now. */
export const returnedMessage = (message: MessageEnvelope, batch: Batch, lane: 0 | 1): NewJob => ({
  kind: 'flow.message',
  lane,
  dueAt: batch.now,
  payload: message,
});
