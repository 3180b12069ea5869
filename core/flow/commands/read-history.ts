import type { Actor } from '../../access/actor.ts';
import type { Graph } from '../graph/index.ts';
import { failureIn } from '../step/history.ts';
import type { HistoryEntry } from '../step/types.ts';
import { unpackHistory, type PackedEntry } from '../shell/pack-history.ts';
import type { FlowParts } from './parts.ts';
import { seenInstance } from './read-instance.ts';
import { may } from '../../access/actor.ts';
import { toldError } from './told-error.ts';

export interface HistoryItem extends Omit<HistoryEntry, 'at'> {
  at: Date;
  /** What it failed of, in the reader's language. */
  reason?: string;
}

export interface HistoryQuery {
  actor: Actor;
  id: string;
  limit: number;
  /** Sequence flows that were taken, too. */
  hasFlows: boolean;
}

/** In order. Data of elements, such as what was logged, is for operators alone. */
export async function readHistory(
  parts: FlowParts,
  { actor, id, limit, hasFlows }: HistoryQuery,
): Promise<HistoryItem[]> {
  const instance = await seenInstance(parts, actor, id);
  const { entries } = await historyEntries(parts, instance, limit);
  const isOperator = may(actor, 'flows.operate');
  return entries
    .filter((entry) => (hasFlows || entry.event !== 'taken') && (isOperator || entry.event !== 'log'))
    .slice(0, limit)
    .map((entry) => ({
      ...entry,
      data: isOperator ? entry.data : undefined,
      at: new Date(entry.at),
      ...reasonOf(parts, actor, entry),
    }));
}

function reasonOf({ registry }: FlowParts, { locale }: Actor, entry: HistoryEntry): { reason?: string } {
  const failure = failureIn(entry);
  return failure ? { reason: toldError(registry, locale, failure) } : {};
}

/** As it was written, with the graphs that its elements are of; the present version's first. */
export async function historyEntries(
  parts: Pick<FlowParts, 'sql' | 'definitions'>,
  instance: { id: string; flow: string; version: number },
  limit: number,
): Promise<{ entries: HistoryEntry[]; graphs: Graph[] }> {
  const rows = await parts.sql<{ at: Date; entries: PackedEntry[] }[]>`
    select at, entries from flow.history where instance_id = ${instance.id} order by seq limit ${limit}`;
  const graphs = await graphsOf(parts, instance, rows);
  return { entries: rows.flatMap(({ at, entries }) => unpackHistory(entries, at.getTime(), graphs)), graphs };
}

/** One that came from another version has been at elements that only that one knows: the versions before, too. */
async function graphsOf(
  { definitions }: Pick<FlowParts, 'definitions'>,
  { flow, version }: { flow: string; version: number },
  rows: readonly { entries: PackedEntry[] }[],
): Promise<Graph[]> {
  const graphs = [(await definitions.get(flow, version)).graph];
  const elements = new Set(rows.flatMap(({ entries }) => entries.map(([element]) => element)));
  elements.delete(flow);
  const isUnknown = (element: string): boolean =>
    !graphs.some((graph) => graph.nodes[element] ?? graph.flows[element]);
  for (let older = version - 1; older > 0 && [...elements].some(isUnknown); older--)
    graphs.push((await definitions.get(flow, older)).graph);
  return graphs;
}
