import type { Graph } from '../graph/index.ts';
import type { Prepared, PreparedNode } from './prepare.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';

interface Gathered {
  scope: number;
  /** Incoming flows that have brought a token. */
  filled: ReadonlySet<string | undefined>;
  /** Tokens that are at the gateway already. */
  besides: readonly Token[];
}

/**
 * Whether a gateway still waits, after BPMN 2.0.2, 13.4.3 and 13.4.5: a token elsewhere in its scope can come to an
 * incoming flow that has none, by a way that does not pass the gateway itself, and could not as well come to one
 * that has.
 */
export const isMoreExpected = (run: Run, node: PreparedNode, gathered: Gathered): boolean => {
  const { scope, filled, besides } = gathered;
  const ways = waysTo(run.prepared, node);
  return run.state.tokens.some((other) => {
    if (other.scope !== scope || other.consumed !== undefined || besides.includes(other)) return false;
    const reachable = ways.filter((way) => way.from.has(other.at));
    return reachable.some((way) => !filled.has(way.flow)) && !reachable.some((way) => filled.has(way.flow));
  });
};

/** For an incoming flow, the elements from which a token can come over it without passing the join. */
interface Way {
  flow: string;
  from: ReadonlySet<string>;
}

const keptWays = new WeakMap<PreparedNode, Way[]>();

const waysTo = (prepared: Prepared, join: PreparedNode): Way[] => {
  let ways = keptWays.get(join);
  if (ways === undefined) {
    const before = predecessors(prepared.graph);
    ways = join.definition.incoming.map((flow) => ({
      flow,
      from: reachableBackwards(before, prepared.graph.flows[flow]!.source, join.id),
    }));
    keptWays.set(join, ways);
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
