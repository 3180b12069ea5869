import type { Graph } from '../graph/index.ts';
import type { Drawing } from './place.ts';
import { one, typeOf, type Source } from './source.ts';

/** The elements of a file; files of other tools do not list ways at the elements they join. */
export const drawingOf = (elements: Iterable<Source>): Drawing => {
  const byId = new Map<string, Source>();
  for (const element of elements) if (element.id) byId.set(element.id, element);
  const ways = [...byId.values()].filter((element) => typeOf(element) === 'sequenceFlow');
  const into = Map.groupBy(ways, (way) => one(way, 'targetRef')?.id);
  const outOf = Map.groupBy(ways, (way) => one(way, 'sourceRef')?.id);
  const ids = (found: Source[] = [], end: string): string[] =>
    found.flatMap((way) => one(way, end)?.id ?? []);
  return {
    element: (id) => drawn(byId.get(id)),
    before: (id) => ids(into.get(id), 'sourceRef'),
    after: (id) => ids(outOf.get(id), 'targetRef'),
  };
};

const drawn = (element: Source | undefined) =>
  element && {
    type: typeOf(element),
    name: element.name ?? '',
    host: one(element, 'attachedToRef')?.id,
    from: one(element, 'sourceRef')?.id,
    to: one(element, 'targetRef')?.id,
  };

/** A deployed graph. */
export const drawingOfGraph = ({ nodes, flows }: Graph): Drawing => {
  const ends = (ways: readonly string[] = [], end: 'source' | 'target'): string[] =>
    ways.flatMap((way) => flows[way]?.[end] ?? []);
  return {
    element: (id) => {
      const [node, flow] = [nodes[id], flows[id]];
      if (node) return { type: node.type, name: node.name, host: node.attachedTo };
      return flow && { type: 'sequenceFlow', name: flow.name ?? '', from: flow.source, to: flow.target };
    },
    before: (id) => ends(nodes[id]?.incoming, 'source'),
    after: (id) => ends(nodes[id]?.outgoing, 'target'),
  };
};
