/** Which fields the latest versions of flows read and write, from their graphs and the trees of their expressions. */
import type { Sql } from '../../db/connect.ts';
import type { EntityDefinition } from '../../entity/definition.ts';
import {
  askedEntities,
  constantText,
  constructedKeys,
  expressionFields,
  type FindEntity,
  type Use,
  type UsesProvider,
} from '../../entity/uses/index.ts';
import { definitionsIn } from '../graph/events.ts';
import type { FlowNode, Graph, RecordTrigger, StartTrigger } from '../graph/index.ts';
import { expressionsOf } from '../step/expressions-of.ts';

interface FlowUsesInput {
  sql: Sql;
  registry: { entities(): readonly EntityDefinition[] };
}

export const flowUses = ({ sql, registry }: FlowUsesInput): UsesProvider => ({
  kind: 'flow',
  uses: async () => {
    const rows = await sql<{ key: string; name: string; graph: Graph }[]>`
      select distinct on (key) key, name, graph from flow.definition order by key, version desc`;
    const all = new Map(registry.entities().map((definition) => [definition.id, definition]));
    return rows.flatMap((row) => flowUsesOf(row, (id) => all.get(id)));
  },
});

interface Flow {
  key: string;
  name: string;
  graph: Graph;
}

export function flowUsesOf({ key, name, graph }: Flow, find: FindEntity): Use[] {
  const common = { kind: 'flow', id: key, name: name || key, href: `/flows/${encodeURIComponent(key)}` };
  const subject: Use[] = graph.subject ? [{ ...common, entity: graph.subject, isBroken: true }] : [];
  return [
    ...subject,
    ...graph.starts.flatMap((start) => startUses({ common, graph, find, start })),
    ...Object.values(graph.nodes).flatMap((node) => nodeUses({ common, graph, find, node })),
  ];
}

interface Common {
  common: Pick<Use, 'kind' | 'id' | 'name' | 'href'>;
  graph: Graph;
  find: FindEntity;
}

function startUses({ common, graph, find, start }: Common & { start: StartTrigger }): Use[] {
  if (start.kind !== 'conditional') return [];
  const place = placeOf(graph.nodes[start.event]);
  const of = { ...common, ...place, isBroken: true };
  const refs = expressionFields(find, { source: start.condition, bindings: records(graph, start.record) });
  const entity = start.record ? [{ ...of, entity: start.record.entity }] : [];
  return [...entity, ...refs.map((ref) => ({ ...of, ...ref }))];
}

function nodeUses({ common, graph, find, node }: Common & { node: FlowNode }): Use[] {
  const of = { ...common, ...placeOf(node), isBroken: true };
  const conditional = definitionsIn(node).find((event) => event.kind === 'conditional');
  const bindings = records(graph, conditional?.record);
  const uses: Use[] = [];
  for (const source of expressionsOf(graph, node)) {
    for (const ref of expressionFields(find, { source, bindings })) uses.push({ ...of, ...ref });
    for (const entity of askedEntities(source)) uses.push({ ...of, entity });
  }
  return [...uses, ...taskUses(node).map((ref) => ({ ...of, ...ref }))];
}

/** What the record tasks of the core name: an entity, and the values of its fields. */
function taskUses({ task, work }: FlowNode): { entity: string; field?: string }[] {
  const input = (name: string): string | undefined => task?.inputs.find((one) => one.name === name)?.value;
  const entity = constantText(input('entity') ?? '');
  const keys = entity === undefined ? [] : constructedKeys(input('values') ?? '');
  const fields = work?.form && 'fields' in work.form ? work.form.fields : [];
  return [
    ...(entity === undefined ? [] : [{ entity }, ...keys.map((field) => ({ entity, field }))]),
    ...fields.flatMap((field) => (field.entity ? [{ entity: field.entity }] : [])),
  ];
}

/** `$subject` is a record of the flow's entity, `$record` and `$before` one of what the event watches. */
function records(graph: Graph, trigger: RecordTrigger | undefined): Record<string, string> {
  const watched = trigger?.entity ?? graph.subject;
  return {
    ...(graph.subject && { subject: graph.subject }),
    ...(watched && { record: watched, before: watched }),
  };
}

const placeOf = (node: FlowNode | undefined): { place?: string } =>
  node ? { place: node.name || node.id } : {};
