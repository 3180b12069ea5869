/** A signal reaches every subscription in the system, and starts every flow that begins with it. */
import type { Tx } from '../../../db/connect.ts';
import { idRange } from '../../../db/id-range.ts';
import { newId } from '../../../db/new-id.ts';
import { enqueue, type Lane } from '../../../job/index.ts';
import type { SignalPayload, StartPayload } from '../kinds.ts';
import { stopChain, stopRounds } from './stop-chain.ts';

/** More than this are bulk: a click must not wait behind them. */
const interactiveAtMost = 50;

export interface BroadcastOutcome {
  reached: number;
  started: string[];
}

export async function broadcast(tx: Tx, signal: SignalPayload, now: number): Promise<BroadcastOutcome> {
  if (await stopRounds(tx, { kind: 'signal', ...signal }, now)) return { reached: 0, started: [] };
  const [found] = await tx<{ count: number }[]>`
    select count(*)::int as count from flow.subscription where kind = 'signal' and name = ${signal.name}`;
  const { thrower } = signal;
  const lane: Lane = (found?.count ?? 0) > interactiveAtMost ? 1 : 0;
  // Ids that rise with those of the instances: claims and batches touch neighbouring rows, which halves what all of it takes.
  const reached = await tx`
    insert into core.job (id, kind, lane, due_at, target, payload)
    select (${newId().slice(0, -8)} || lpad(to_hex(row_number() over (order by instance_id, wait)), 8, '0'))::uuid, 'flow.command',
      ${lane}::smallint, to_timestamp(${now}::float8 / 1000), instance_id,
      json_build_object('actor', ${signal.actor}::text, 'command',
        json_build_object('type', 'trigger', 'wait', wait, 'variables', ${tx.json(signal.variables)}::json,
          'rounds', ${signal.rounds ?? 0}::int))
    from flow.subscription where kind = 'signal' and name = ${signal.name}
      ${thrower === undefined ? tx`` : tx`and not (instance_id = ${thrower.instance} and wait > ${thrower.last})`}
    order by instance_id, wait`;
  const starts = await tx<{ flow: string; version: number; event: string; part: number }[]>`
    select flow, version, element as event, part from flow.start_subscription start
    where kind = 'signal' and name = ${signal.name}
      -- One that began by another of the events that must all happen has waited for this one.
      and not (coalesce(body->>'isParallel', '') = 'true' and exists (
        select 1 from flow.subscription s join flow.instance i on i.id = s.instance_id
        where s.kind = 'signal' and s.name = ${signal.name} and s.element = start.element and i.flow = start.flow))`;
  if (await stopChain(tx, signal, { starts, now })) return { reached: reached.count, started: [] };
  const started = starts.map(() => idRange(1)[0]!);
  await enqueue(
    tx,
    starts.map((start, index) => ({
      kind: 'flow.start',
      lane: 0,
      dueAt: now,
      target: started[index],
      targetLast: started[index],
      payload: {
        ...start,
        actor: signal.actor,
        depth: signal.depth,
        items: [{ variables: signal.variables }],
      } satisfies StartPayload,
    })),
  );
  return { reached: reached.count, started };
}
