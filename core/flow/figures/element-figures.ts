/**
 * Counts, durations and failures of each element of a flow's version, from the newest runs of a period. History is
 * packed by instance, so that it is read by instance: at most so many, whatever the flow has seen; the answer says so.
 */
import type { FlowParts } from '../commands/parts.ts';
import { Problem } from '../../errors.ts';
import { unpackHistory, type PackedEntry } from '../shell/pack-history.ts';
import { measure, type ElementFigures } from './measure.ts';

export interface FiguresInput {
  flow: string;
  version: number;
  /** Instances that started then or later. */
  from: Date | null;
}

export interface FlowFigures {
  version: number;
  /** Instances that were looked at: the newest of the period, where `isPartial`. */
  instances: number;
  isPartial: boolean;
  running: number;
  completed: number;
  failed: number;
  terminated: number;
  elements: (ElementFigures & { incidents: number })[];
}

/** Index entries that are walked, and instances whose history is read. */
const mostWalked = 20_000;
const mostRead = 2_000;
const atOnce = 250;
const mostRows = 20_000;

export async function elementFigures(parts: FlowParts, input: FiguresInput): Promise<FlowFigures> {
  const { definitions } = parts;
  const { graph } = await definitions.get(input.flow, input.version);
  if (graph.history === 'none') throw new Problem({ status: 409, code: 'flow-without-history' });
  const { instances, isPartial } = await newest(parts, input);
  const ids = instances.map((instance) => instance.id);
  const [incidents, histories] = await Promise.all([
    incidentsOf(parts, ids),
    historiesOf(parts, ids, (rows) =>
      rows.flatMap(({ at, entries }) => unpackHistory(entries, at.getTime(), [])),
    ),
  ]);
  const count = (...states: string[]): number =>
    instances.filter((instance) => states.includes(instance.status)).length;
  return {
    version: input.version,
    instances: instances.length,
    isPartial,
    running: count('active', 'incident', 'suspended'),
    completed: count('completed'),
    failed: count('failed'),
    terminated: count('terminated'),
    elements: measure(histories)
      .filter(({ element }) => graph.nodes[element] ?? graph.flows[element])
      .map((figures) => ({ ...figures, incidents: incidents.get(figures.element) ?? 0 })),
  };
}

interface Looked {
  id: string;
  status: string;
}

/** Ids rise with time: the index of flow and id is walked from its end. */
async function newest(
  { sql }: FlowParts,
  { flow, version, from }: FiguresInput,
): Promise<{ instances: Looked[]; isPartial: boolean }> {
  const walk = (table: 'instance' | 'finished') => sql`
    select id, status from (
      select id, version, status, started_at from ${sql(`flow.${table}`)} where flow = ${flow}
      order by id desc limit ${mostWalked}) walked
    where version = ${version} ${from ? sql`and started_at >= ${from}` : sql``}
    order by id desc limit ${mostRead + 1}`;
  const rows = await sql<Looked[]>`
    select id, status from ((${walk('instance')}) union all (${walk('finished')})) found
    order by id desc limit ${mostRead + 1}`;
  return { instances: rows.slice(0, mostRead), isPartial: rows.length > mostRead };
}

interface HistoryRow {
  instance: string;
  at: Date;
  entries: PackedEntry[];
}

async function historiesOf<Entries>(
  { sql }: FlowParts,
  ids: readonly string[],
  unpack: (rows: HistoryRow[]) => Entries,
): Promise<Entries[]> {
  const histories: Entries[] = [];
  for (let first = 0; first < ids.length; first += atOnce) {
    const rows = await sql<HistoryRow[]>`
      select instance_id as instance, at, entries from flow.history
      where instance_id = any(${ids.slice(first, first + atOnce)}::uuid[])
      order by instance_id, seq limit ${mostRows}`;
    for (const own of Map.groupBy(rows, (row) => row.instance).values()) histories.push(unpack(own));
  }
  return histories;
}

async function incidentsOf({ sql }: FlowParts, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await sql<{ element: string; count: number }[]>`
    select element, count(*)::int as count from flow.incident
    where instance_id = any(${[...ids]}::uuid[]) and element is not null group by element`;
  return new Map(rows.map((row) => [row.element, row.count]));
}
