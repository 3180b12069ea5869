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

interface Happening {
  name: string;
  variables: Variables;
  entity: string;
  ids: string[];
  /** What else it may be waited for by, such as the message that was clicked in. */
  keys?: string[];
}

/** One, or several that came of one change. */
export type HappeningPayload = { actor: string; depth: number } & (Happening | { all: Happening[] });

export const happening: Planner = {
  kind: 'flow.happening',
  plan: async (tx, job, parts) => {
    const { payload } = job as Job<HappeningPayload>;
    const { actor, depth } = payload;
    if (depth >= deepest) return { started: 0, woken: 0 };
    const all = 'all' in payload ? payload.all : [payload];
    const now = parts.clock.now();
    const starts = await startsOf(tx, all);
    let started = 0;
    for (const { name, variables, entity, ids } of all)
      for (const start of starts.get(name) ?? []) {
        const items = ids.map((id) => ({ variables, subject: { entity, id } }));
        await enqueue(tx, packStarts({ ...start, actor, depth, items, lane: job.lane, now }).jobs);
        started += ids.length;
      }
    const waiting = await waitingFor(tx, all);
    for (const { name, key, variables } of waiting)
      await publish(tx, {
        message: { name, correlationKey: key, variables, expiresAt: now, actor, depth },
        now,
        lane: job.lane,
        isStrict: false,
      });
    return { started, woken: waiting.length };
  },
};

interface Start {
  flow: string;
  version: number;
  event: string;
  part: number;
}

/** By the name of the signal. */
async function startsOf(tx: Tx, all: readonly Happening[]): Promise<Map<string, Start[]>> {
  const rows = await tx<(Start & { name: string })[]>`
    select name, flow, version, element as event, part from flow.start_subscription
    where kind = 'signal' and name = any(${all.map(({ name }) => name)}::text[]) order by flow`;
  return Map.groupBy(rows, ({ name }) => name);
}

interface Awaited {
  name: string;
  key: string;
  variables: Variables;
}

async function waitingFor(tx: Tx, all: readonly Happening[]): Promise<Awaited[]> {
  const asked = all.flatMap(({ name, ids, keys = [] }, of) =>
    [...ids, ...keys].map((key) => ({ of, name, key })),
  );
  const rows = await tx<{ of: number; key: string }[]>`
    select a.of, s.correlation_key as key
    from unnest(${asked.map(({ of }) => of)}::int[], ${asked.map(({ name }) => name)}::text[],
      ${asked.map(({ key }) => key)}::text[]) as a (of, name, key)
    join flow.subscription s on s.kind = 'message' and s.name = a.name and s.correlation_key = a.key`;
  return rows.map(({ of, key }) => ({ name: all[of]!.name, key, variables: all[of]!.variables }));
}
