import type { Tx } from '../../../db/connect.ts';
import { enqueue, type NewJob } from '../../../job/index.ts';
import type { CommandPayload } from '../kinds.ts';
import { insertSubscriptions, type NewSubscription } from '../sql/insert-subscriptions.ts';
import { shareNames } from './lock-names.ts';
import { mayBeKept, takeKept } from './take-kept.ts';

type Opening = Omit<NewSubscription, 'isTaken'>;

/** Opens subscriptions; what came before is found. Answers how many jobs that made. */
export async function openMessages(tx: Tx, openings: readonly Opening[], now: number): Promise<number> {
  if (openings.length === 0) return 0;
  const names = openings.flatMap(({ body }) => (body.kind === 'message' ? [body.name] : []));
  if (names.length > 0) await shareNames(tx, names);
  const kept = names.length > 0 ? await mayBeKept(tx, names, now) : new Set<string>();
  const rows: NewSubscription[] = [];
  const jobs: NewJob[] = [];
  for (const opening of openings) {
    const { body, instance, wait } = opening;
    const message = body.kind === 'message' && kept.has(body.name) ? await takeKept(tx, body, now) : null;
    rows.push({ ...opening, isTaken: message !== null });
    if (message)
      jobs.push(
        commandJob(instance, now, {
          actor: message.actor,
          command: { type: 'trigger', wait, variables: message.variables, message },
        }),
      );
    // The record may have changed since it was looked at, by somebody who could not see this subscription yet.
    if (body.kind === 'condition' && body.recordId !== null)
      jobs.push(commandJob(instance, now, { actor: 'system', command: { type: 'record-changed', wait } }));
  }
  await insertSubscriptions(tx, rows, now);
  await enqueue(tx, jobs);
  return jobs.length;
}

const commandJob = (target: string, dueAt: number, payload: CommandPayload): NewJob => ({
  kind: 'flow.command',
  lane: 0,
  dueAt,
  target,
  payload,
});
