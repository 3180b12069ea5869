import type { Tx } from '../../db/connect.ts';
import { enqueue } from '../../job/index.ts';
import type { Place } from '../../named-calendar.ts';
import type { Graph, StartTrigger } from '../graph/index.ts';
import { nextTimerStart } from '../step/index.ts';
import { timerStartJob } from '../shell/starts/timer-start.ts';
import { timerStartKey } from '../shell/kinds.ts';

export interface StartsInput extends Place {
  flow: string;
  version: number;
  graph: Graph;
  now: number;
}

/** From now on messages, signals, records and timers start this version, and no earlier one. */
export async function listenForStarts(
  tx: Tx,
  { flow, version, graph, now, ...place }: StartsInput,
): Promise<void> {
  const before = await tx<{ element: string; part: number }[]>`
    delete from flow.start_subscription where flow = ${flow} returning element, part`;
  await tx`delete from core.job where key = any(${before.map(({ element, part }) => timerStartKey(flow, element, part))}::text[])`;
  for (const start of graph.starts) {
    if (start.kind === 'none') continue;
    const row = rowOf(start);
    if (!row) continue;
    await tx`
      insert into flow.start_subscription (flow, version, element, part, kind, name, entity, on_events, body)
      values (${flow}, ${version}, ${start.event}, ${start.part ?? 0}, ${row.kind}, ${row.name}, ${row.entity}, ${row.on},
        ${JSON.stringify(start)}::text::json)`;
    if (start.kind !== 'timer') continue;
    const first = nextTimerStart(start.timer, { ...place, now });
    if (first)
      await enqueue(tx, [
        timerStartJob({ flow, version, event: start.event, part: start.part, cycle: first.cycle }, first.due),
      ]);
  }
}

interface Row {
  kind: string;
  name: string | null;
  entity: string | null;
  on: string[];
}

/** A conditional start without a record listens to nothing: only records change outside an instance. */
function rowOf(start: StartTrigger): Row | null {
  const plain = { name: null, entity: null, on: [] };
  if (start.kind === 'message' || start.kind === 'signal')
    return { ...plain, kind: start.kind, name: start.name };
  if (start.kind === 'timer') return { ...plain, kind: 'timer' };
  if (start.kind !== 'conditional' || !start.record) return null;
  return { ...plain, kind: 'record', entity: start.record.entity, on: start.record.on };
}
