import type { Graph } from '../graph/index.ts';

/** For an incoming flow, the elements from which a token can come over it without passing the join. */
export interface Way {
  flow: string;
  from: ReadonlySet<string>;
}

const kept = new WeakMap<Graph, Map<string, Way[]>>();

/** The ways to a join, one per incoming flow; found once per graph object. */
export const waysTo = (graph: Graph, join: string): Way[] => {
  const known = kept.get(graph) ?? new Map<string, Way[]>();
  kept.set(graph, known);
  let ways = known.get(join);
  if (ways === undefined) {
    const before = predecessors(graph);
    ways = graph.nodes[join]!.incoming.map((flow) => ({
      flow,
      from: reachableBackwards(before, graph.flows[flow]!.source, join),
    }));
    known.set(join, ways);
  }
  return ways;
};

const reachableBackwards = (
  before: ReadonlyMap<string, string[]>,
  start: string,
  join: string,
): Set<string> => {
  const found = new Set<string>();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === join || found.has(id)) continue;
    found.add(id);
    open.push(...(before.get(id) ?? []));
  }
  return found;
};

/** What a token can come from: over a flow, a link, or a boundary event of the activity it stands at. */
const predecessors = (graph: Graph): Map<string, string[]> => {
  const before = new Map<string, string[]>();
  const add = (from: string, to: string | undefined): void => {
    if (to !== undefined) before.set(to, [...(before.get(to) ?? []), from]);
  };
  for (const flow of Object.values(graph.flows)) add(flow.source, flow.target);
  for (const node of Object.values(graph.nodes)) {
    if (node.event?.kind === 'link') add(node.id, node.event.target);
    if (node.attachedTo !== undefined) add(node.attachedTo, node.id);
  }
  return before;
};
