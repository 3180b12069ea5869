import type { Tx } from '../../../db/connect.ts';
import { enqueue, type NewJob } from '../../../job/index.ts';
import type { CommandPayload } from '../kinds.ts';
import { insertSubscriptions, type NewSubscription } from '../sql/insert-subscriptions.ts';
import { shareNames } from './lock-names.ts';
import { mayBeKept, takeKept } from './take-kept.ts';

type Opening = Omit<NewSubscription, 'isTaken'>;

/** Opens subscriptions; a message that came before is found. Answers how many were. */
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
    if (!message) continue;
    const command = { type: 'trigger', wait, variables: message.variables, message } as const;
    jobs.push({
      kind: 'flow.command',
      lane: 0,
      dueAt: now,
      target: instance,
      payload: { actor: message.actor, command } satisfies CommandPayload,
    });
  }
  await insertSubscriptions(tx, rows, now);
  await enqueue(tx, jobs);
  return jobs.length;
}
