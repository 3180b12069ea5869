/** Mails what somebody subscribed to, and sets when the next one is due. */
import { Problem } from '../../errors.ts';
import { complete, enqueue, type Job, type JobHandler, type NewJob } from '../../job/index.ts';
import { nextDue } from './next-due.ts';
import { subscriptionMail, type Sending, type SendingParts } from './send-subscription.ts';
import type { Rhythm, Subscription } from './subscription.ts';

export const subscriptionKind = 'report.subscription';

export interface SubscriptionJobParts extends SendingParts {
  log: { error(data: object, message: string): void };
}

/** `due` tells a job from that of another rhythm, which the subscription had before. */
export const subscriptionJobOf = (id: string, due: number): NewJob => ({
  ...{ kind: subscriptionKind, lane: 3, dueAt: due },
  payload: { id, due },
});

export const subscriptionJob = (parts: SubscriptionJobParts): JobHandler => ({
  kinds: [subscriptionKind],
  run: async (jobs, { worker }) => {
    for (const job of jobs) await serve(parts, job, worker);
  },
});

type Due = Sending & { rhythm: Rhythm; timeZone: string };

async function serve(parts: SubscriptionJobParts, job: Job, worker: number): Promise<void> {
  // The cast: made above alone.
  const { id, due } = job.payload as { id: string; due: number };
  const [found] = await parts.sql<Due[]>`
    select s.id, s.user_id as "userId", u.email, s.kind, s.target, s.rhythm, s.language,
      coalesce(u.time_zone, 'UTC') as "timeZone"
    from core.subscription s join core."user" u on u.id = s.user_id
    where s.id = ${id} and s.due_at = ${new Date(due)}`;
  const { mail, outcome } = found ? await written(parts, found) : { mail: undefined, outcome: null };
  await parts.sql.begin(async (tx) => {
    if (found) {
      if (mail) await parts.outbox.queue([{ ...mail, key: `subscription:${id}:${due}` }], tx);
      const now = parts.clock.now();
      const next = nextDue(found.rhythm, { now, timeZone: await zoneOf(parts, found) });
      await tx`update core.subscription set due_at = ${new Date(next)}, outcome = ${outcome}, ended_at = ${new Date(now)}
        where id = ${id}`;
      await enqueue(tx, [subscriptionJobOf(id, next)]);
    }
    await complete(tx, [job.id], worker);
  });
}

/** What fails is said on the subscription and tried again when the next is due: nobody's report stops another's. */
async function written(
  parts: SubscriptionJobParts,
  sending: Due,
): Promise<{
  mail?: Awaited<ReturnType<typeof subscriptionMail>>;
  outcome: NonNullable<Subscription['outcome']>;
}> {
  try {
    const mail = sending.email ? await subscriptionMail(parts, sending) : undefined;
    return { mail, outcome: mail ? 'sent' : 'unseen' };
  } catch (error) {
    if (error instanceof Problem && error.code === 'user-inactive') return { outcome: 'unseen' };
    parts.log.error({ err: error, subscription: sending.id }, 'a subscription could not be written');
    return { outcome: 'failed' };
  }
}

const zoneOf = async (parts: SubscriptionJobParts, { userId, timeZone }: Due): Promise<string> =>
  parts.actorFor(userId).then(
    (actor) => actor.timeZone,
    () => timeZone,
  );
