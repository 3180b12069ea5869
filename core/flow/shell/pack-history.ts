/**
 * History entries as small JSON lists: `[element, event, milliseconds from the row's time, iteration?, data?]`.
 * The BPMN type is not stored: the version's graph knows it.
 */
import type { Graph } from '../graph/index.ts';
import type { HistoryEntry, HistoryEvent, Value } from '../step/types.ts';

const events: readonly HistoryEvent[] = ['entered', 'completed', 'cancelled', 'failed', 'log', 'taken'];

export type PackedEntry = [
  element: string,
  event: number,
  offset: number,
  iteration?: number | null,
  data?: Value,
];

export const packHistory = (entries: readonly HistoryEntry[], at: number): string =>
  JSON.stringify(entries.map((entry) => pack(entry, at)));

function pack(entry: HistoryEntry, at: number): PackedEntry {
  const packed: PackedEntry = [entry.element, events.indexOf(entry.event), entry.at - at];
  if (entry.iteration !== undefined || entry.data !== undefined) packed.push(entry.iteration ?? null);
  if (entry.data !== undefined) packed.push(entry.data);
  return packed;
}

export function unpackHistory(
  packed: readonly PackedEntry[],
  at: number,
  graphs: readonly Graph[],
): HistoryEntry[] {
  return packed.map(([element, event, offset, iteration, data]) => ({
    element,
    type: typeOf(element, graphs),
    event: events[event]!,
    at: at + offset,
    ...(iteration === null || iteration === undefined ? {} : { iteration }),
    ...(data === undefined ? {} : { data }),
  }));
}

function typeOf(element: string, graphs: readonly Graph[]): string {
  for (const { nodes, flows } of graphs) {
    if (nodes[element]) return nodes[element].type;
    if (flows[element]) return 'sequenceFlow';
  }
  return 'process';
}
