/** Sends what is due: claimed, handed to its channel, which stands behind the gate, and the outcome written. */
import type { Clock } from '../../clock.ts';
import type { Sql } from '../../db/connect.ts';
import { Problem } from '../../errors.ts';
import { backOff, complete, enqueue, hold, type Job, type JobHandler, type NewJob } from '../../job/index.ts';
import { servicePurpose, type Channel, type Content, type Delivery } from '../channel.ts';
import { createAttaching, type FileReading } from './attached-files.ts';
import { deliverKind } from './outbox.ts';
import type { DomainPace } from './domain-pace.ts';
import { claimMessages, type Claimed } from './sql/claim-messages.ts';
import { wholeContents } from './stored-content.ts';
import { suppress } from './sql/suppress.ts';
import { quietHours, reclaimMessages, writeOutcomes, type Outcome } from './sql/write-outcomes.ts';

export interface DeliveryParts {
  sql: Sql;
  clock: Pick<Clock, 'now'>;
  /** The channels of a lane: each has its own connections. */
  channelsOf(lane: number): ReadonlyMap<string, Channel>;
  pace: DomainPace;
  files: FileReading;
  /** Links and an image that tell what came of it. */
  track(html: string, id: string): string;
  log: { error(data: object, message: string): void };
}

const claimedAtOnce = 100;
/** Why a message waits that the other side could not take. */
export const triedAgain = 'message-tried-again';
/** Tries before a message fails for good: about nine hours with the back-off. */
const mostAttempts = 8;

export const deliveryJob = (parts: DeliveryParts): JobHandler => ({
  kinds: [deliverKind],
  run: async (jobs, { worker, signal }) => {
    // The cast: jobs of this kind are made here and by `queue` alone.
    const lanes = new Set(jobs.map((job) => (job as Job<{ lane: 2 | 3 }>).payload.lane));
    const again: NewJob[] = [];
    for (const lane of lanes) {
      const wait = await reclaimMessages(parts.sql, lane);
      // Whoever is killed while it sends has nobody else to look after that.
      if (wait !== null) again.push(lookAgain(lane, parts.clock.now() + wait + 1_000));
      while (!signal.aborted && (await deliverSome(parts, { lane, signal, worker })));
    }
    await parts.sql.begin(async (tx) => {
      const held = await hold(
        tx,
        jobs.map(({ id }) => id),
        worker,
      );
      await complete(tx, [...held], worker);
      await enqueue(tx, again);
    });
  },
});

/** One for each lane, however many ask for it. */
const lookAgain = (lane: 2 | 3, dueAt: number): NewJob => ({
  ...{ kind: deliverKind, lane, dueAt, payload: { lane } },
  key: `channel.look-again.${lane}`,
});

/** This message now, whatever else waits; what became of it stands in its row. */
export const deliverNow = (parts: DeliveryParts, id: string, signal: AbortSignal): Promise<boolean> =>
  deliverSome(parts, { lane: 2, signal, id });

interface Batch {
  lane: 2 | 3;
  signal: AbortSignal;
  worker?: number;
  id?: string;
}

/** One batch; false when nothing was due. */
async function deliverSome(parts: DeliveryParts, { lane, signal, worker, id }: Batch): Promise<boolean> {
  const now = parts.clock.now();
  const { ready, isAny } = await parts.sql.begin(async (tx) => {
    const claimed = await claimMessages(tx, { lane, now, limit: claimedAtOnce, id });
    const outcomes = claimed.map(({ id: own, recipient }): Outcome => {
      const delay = parts.pace.take(recipient, now);
      return delay > 0
        ? { id: own, state: 'waiting', reason: 'message-paced', dueAt: now + delay }
        : { id: own, state: 'sending', worker };
    });
    await writeOutcomes(tx, outcomes, now);
    await wakeAgain(tx, outcomes, lane);
    const sending = new Set(outcomes.filter(({ state }) => state === 'sending').map(({ id }) => id));
    return { ready: claimed.filter(({ id }) => sending.has(id)), isAny: claimed.length > 0 };
  });
  const attach = createAttaching(parts.files);
  const contents = await wholeContents(
    parts.sql,
    ready.map(({ content }) => content),
  );
  const results = await Promise.all(
    ready.map((message, place) =>
      deliverOne(parts, lane, { message: { ...message, content: contents[place]! }, signal, attach }),
    ),
  );
  const outcomes = results.map(({ outcome }) => outcome);
  const gone = ready.filter((_, place) => results[place]!.isGone);
  await parts.sql.begin(async (tx) => {
    const at = parts.clock.now();
    await writeOutcomes(tx, outcomes, at);
    await suppress(
      tx,
      gone.map(({ channel, recipient }) => ({ channel, recipient, reason: 'bounce' })),
      at,
    );
    await wakeAgain(tx, outcomes, lane);
  });
  return isAny;
}

/** What waits for later needs a job of its own then. */
async function wakeAgain(
  tx: Parameters<typeof enqueue>[0],
  outcomes: readonly Outcome[],
  lane: 2 | 3,
): Promise<void> {
  const dues = new Set(
    outcomes.flatMap(({ state, dueAt }) => (state === 'waiting' && dueAt !== undefined ? [dueAt] : [])),
  );
  await enqueue(
    tx,
    [...dues].map((dueAt) => ({ kind: deliverKind, lane, dueAt, payload: { lane } })),
  );
}

interface Sending {
  message: Claimed;
  signal: AbortSignal;
  attach(content: Content): Promise<Content>;
}

interface Result {
  outcome: Outcome;
  /** Nobody has this address. */
  isGone?: boolean;
}

async function deliverOne(
  parts: DeliveryParts,
  lane: number,
  { message, signal, attach }: Sending,
): Promise<Result> {
  const channel = parts.channelsOf(lane).get(message.channel);
  if (!channel) return { outcome: { id: message.id, state: 'failed', reason: 'channel-unknown' } };
  const { subject, recipient, purpose, key } = message;
  const sent = await attach(tracked(parts, message))
    .then((content) =>
      channel.deliver({ ...content, subject, purpose, to: recipient }, { idempotencyKey: key, signal }),
    )
    .catch((error: unknown) => {
      parts.log.error({ err: error, channel: channel.id }, 'a channel failed');
      return {
        ok: false as const,
        // A file that is gone does not come back.
        isFinal: error instanceof Problem && error.status === 404,
        detail: error instanceof Error ? error.message : String(error),
      };
    });
  return { outcome: outcomeOf(parts, message, sent), isGone: 'isGone' in sent && sent.isGone === true };
}

/** What somebody asked for is nobody's campaign: it is not followed. */
const tracked = ({ track }: DeliveryParts, { id, content, purpose, channel }: Claimed): Content =>
  content.html === undefined || purpose === servicePurpose || channel !== 'email'
    ? content
    : { ...content, html: track(content.html, id) };

function outcomeOf({ clock }: DeliveryParts, { id, attempts }: Claimed, sent: Delivery): Outcome {
  if (sent.ok)
    return {
      ...{ id, state: sent.isTrial ? 'trial' : 'sent' },
      ...(sent.id && { messageId: sent.id }),
      ...(sent.link && { detail: sent.link }),
    };
  const { detail } = sent;
  if ('heldBack' in sent) return { id, state: 'refused', reason: `held-back.${sent.heldBack}`, detail };
  if ('until' in sent) return { id, state: 'waiting', reason: quietHours, dueAt: sent.until };
  if (sent.isFinal) return { id, state: 'failed', reason: 'mail-refused', detail };
  if (attempts + 1 >= mostAttempts) return { id, state: 'failed', reason: 'message-given-up', detail };
  const dueAt = clock.now() + backOff({ attempt: attempts + 1, base: 30_000 });
  return { id, state: 'waiting', reason: triedAgain, detail, dueAt };
}
