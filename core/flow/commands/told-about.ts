/**
 * What instances are about, as people call them: their record, else their business key, else the event that began
 * them, else their flow. Read of all at once, and of those without a record alone from their history.
 */
import type { Actor } from '../../access/actor.ts';
import type { Graph } from '../graph/index.ts';
import type { PackedEntry } from '../shell/pack-history.ts';
import { flowTexts } from './flow-texts.ts';
import type { FlowParts } from './parts.ts';

export interface Told {
  id: string;
  flow: string;
  version: number;
  subjectId: string | null;
  businessKey: string | null;
}

/** `titles` are those of the records, as far as the actor may read them. */
export async function toldAbout(
  parts: FlowParts,
  { actor, rows, titles }: { actor: Actor; rows: readonly Told[]; titles: ReadonlyMap<string, string> },
): Promise<(row: Told) => string> {
  const known = ({ subjectId, businessKey }: Told): string =>
    (subjectId && titles.get(subjectId)) || businessKey || '';
  const others = rows.filter((row) => !known(row));
  const entered = await firstEntered(parts, others);
  const texts = flowTexts(parts, actor);
  const told = new Map<string, string>();
  for (const { id, flow, version } of others) {
    const { name, graph } = await parts.definitions.get(flow, version);
    const event = startOf(graph, entered.get(id) ?? []);
    const drawn = event && nameOf(graph, event);
    told.set(id, drawn ? texts.element(flow, event, drawn) : texts.flow(flow, name));
  }
  return (row) => known(row) || told.get(row.id)!;
}

/** The elements of what is kept of the beginning of each. */
async function firstEntered(
  { sql }: Pick<FlowParts, 'sql'>,
  rows: readonly Told[],
): Promise<Map<string, string[]>> {
  if (rows.length === 0) return new Map();
  const found = await sql<{ instance: string; entries: PackedEntry[] }[]>`
    select asked.id as instance, first.entries from unnest(${rows.map(({ id }) => id)}::uuid[]) as asked (id)
    cross join lateral (
      select entries from flow.history where instance_id = asked.id order by seq limit 1) as first`;
  return new Map(found.map(({ instance, entries }) => [instance, entries.map(([element]) => element)]));
}

/** Where nothing is kept, the only one that there is. */
function startOf({ key, scopes }: Graph, elements: readonly string[]): string | undefined {
  const starts = scopes[key]?.starts ?? [];
  return (
    elements.find((element) => starts.includes(element)) ?? (starts.length === 1 ? starts[0] : undefined)
  );
}

/** Where it has no name itself, what it hears has one. */
function nameOf({ nodes, starts }: Graph, event: string): string {
  const heard = starts.find((start) => start.event === event);
  return nodes[event]?.name || (heard?.kind === 'message' || heard?.kind === 'signal' ? heard.name : '');
}
