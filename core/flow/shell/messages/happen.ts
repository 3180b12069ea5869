/**
 * Something happened to records: every flow that begins with a signal of this name starts once for each of them, and
 * an instance that waits for a message of this name goes on: with the record's id as key, or with one of `keys`.
 */
import type { Tx } from '../../../db/connect.ts';
import { enqueue, type Job } from '../../../job/index.ts';
import type { Variables } from '../../step/types.ts';
import type { Planner } from '../planner.ts';
import { deepest } from '../starts/record-change.ts';
import { packStarts } from '../starts/pack-starts.ts';
import { publish } from './publish.ts';

export interface HappeningPayload {
  name: string;
  variables: Variables;
  entity: string;
  ids: string[];
  /** What else it may be waited for by, such as the message that was clicked in. */
  keys?: string[];
  actor: string;
  depth: number;
}

export const happening: Planner = {
  kind: 'flow.happening',
  plan: async (tx, job, parts) => {
    const { name, variables, entity, ids, keys = [], actor, depth } = (job as Job<HappeningPayload>).payload;
    if (depth >= deepest) return { started: 0, woken: 0 };
    const now = parts.clock.now();
    const starts = await tx<{ flow: string; version: number; event: string; part: number }[]>`
      select flow, version, element as event, part from flow.start_subscription
      where kind = 'signal' and name = ${name} order by flow`;
    for (const start of starts) {
      const items = ids.map((id) => ({ variables, subject: { entity, id } }));
      await enqueue(tx, packStarts({ ...start, actor, depth, items, lane: job.lane, now }).jobs);
    }
    const waiting = await waitingKeys(tx, name, [...ids, ...keys]);
    for (const key of waiting)
      await publish(tx, {
        message: { name, correlationKey: key, variables, expiresAt: now, actor, depth },
        now,
        lane: job.lane,
        isStrict: false,
      });
    return { started: starts.length * ids.length, woken: waiting.length };
  },
};

const waitingKeys = async (tx: Tx, name: string, ids: readonly string[]): Promise<string[]> =>
  (
    await tx<{ key: string }[]>`
      select correlation_key as key from flow.subscription
      where kind = 'message' and name = ${name} and correlation_key = any(${[...ids]}::text[])`
  ).map(({ key }) => key);
