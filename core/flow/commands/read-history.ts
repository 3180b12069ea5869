import type { Actor } from '../../access/actor.ts';
import type { HistoryEntry } from '../step/types.ts';
import { unpackHistory, type PackedEntry } from '../shell/pack-history.ts';
import type { FlowParts } from './parts.ts';
import { seenInstance } from './read-instance.ts';
import { may } from '../../access/actor.ts';

export interface HistoryItem extends Omit<HistoryEntry, 'at'> {
  at: Date;
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
  const { graph } = await parts.definitions.get(instance.flow, instance.version);
  const rows = await parts.sql<{ at: Date; entries: PackedEntry[] }[]>`
    select at, entries from flow.history where instance_id = ${id} order by seq limit ${limit}`;
  const isOperator = may(actor, 'flows.operate');
  return rows
    .flatMap(({ at, entries }) => unpackHistory(entries, at.getTime(), graph))
    .filter((entry) => (hasFlows || entry.event !== 'taken') && (isOperator || entry.event !== 'log'))
    .slice(0, limit)
    .map((entry) => ({ ...entry, data: isOperator ? entry.data : undefined, at: new Date(entry.at) }));
}
