/** Changed records wake the instances that wait for them; whether a condition has become true, the step decides. */
import type { Tx } from '../../../db/connect.ts';
import { compile } from '../../../expression/index.ts';
import { enqueue, type Lane, type NewJob } from '../../../job/index.ts';
import { definitionsIn } from '../../graph/events.ts';
import type { Graph } from '../../graph/index.ts';
import type { CommandPayload } from '../kinds.ts';
import type { ShellParts } from '../options.ts';
import { insertIncidents, type NewIncident } from '../sql/insert-incidents.ts';
import { deepest, mayTurn, pairOf, tooDeep } from '../starts/record-change.ts';
import type { RecordChange } from '../starts/record-subscriber.ts';
import { nestPaths } from '../read-records.ts';
import { waitingForRecords, type WaitingCondition } from './waiting-for-records.ts';

export interface WakeInput {
  entity: string;
  changes: readonly RecordChange[];
  lane: Lane;
}

/** Answers how many waits were told. */
export async function wakeWaiting(tx: Tx, parts: ShellParts, input: WakeInput): Promise<number> {
  const rows = await waitingForRecords(
    tx,
    input.entity,
    input.changes.map((change) => change.id),
  );
  let count = 0;
  for (const group of Map.groupBy(rows, ({ flow, version, element }) =>
    JSON.stringify([flow, version, element]),
  ).values())
    count += await wakeElement(tx, parts, input, group);
  return count;
}

/** All instances that wait at one element read the same of the records: it is read once for all. */
async function wakeElement(
  tx: Tx,
  parts: ShellParts,
  { entity, changes, lane }: WakeInput,
  rows: readonly WaitingCondition[],
): Promise<number> {
  const { flow, version, element } = rows[0]!;
  const { graph } = await parts.definitions.get(flow, version, tx);
  const { on, paths } = readBy(graph, element, entity);
  const actor = await parts.identity.flowActor(flow);
  const now = parts.clock.now();
  const jobs: NewJob[] = [];
  const incidents: NewIncident[] = [];
  for (const change of changes) {
    const waiting = rows.filter((row) => row.recordId === null || row.recordId === change.id);
    if (waiting.length === 0 || !on.has(change.kind) || !mayTurn(change, paths)) continue;
    if (change.depth + 1 >= deepest) {
      incidents.push(
        ...waiting.map((row) => ({
          instance: row.instance,
          number: null,
          flow,
          version,
          element,
          ...tooDeep(entity, change),
        })),
      );
      continue;
    }
    const { after: record, before } = pairOf(change);
    const records = before === null ? [record] : [record, before];
    await nestPaths({ db: tx, parts, actor, entity, paths, records });
    for (const { instance, wait } of waiting) {
      const command = {
        type: 'record-changed',
        wait,
        depth: change.depth + 1,
        change: { record, before },
      } as const;
      const payload: CommandPayload = { actor: change.actor, command };
      jobs.push({ kind: 'flow.command', lane, dueAt: now, target: instance, payload });
    }
  }
  await enqueue(tx, jobs);
  await insertIncidents(tx, incidents, now);
  return jobs.length;
}

interface ReadBy {
  on: ReadonlySet<RecordChange['kind']>;
  paths: string[][];
}

const readBy = (graph: Graph, element: string, entity: string): ReadBy => {
  const on = new Set<RecordChange['kind']>();
  const paths: string[][] = [];
  for (const event of definitionsIn(graph.nodes[element]!)) {
    if (event.kind !== 'conditional' || event.record?.entity !== entity) continue;
    for (const kind of event.record.on) on.add(kind);
    const reads = compile(event.condition).paths.filter(
      ({ root }) => root !== '$actor' && root !== '$instance',
    );
    paths.push(...reads.map(({ path }) => [...path]));
  }
  return { on, paths };
};
