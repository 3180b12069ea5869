import type { Graph } from '../graph/index.ts';
import { record } from './history.ts';
import { remove } from './moves.ts';
import { nodeOf } from './prepare.ts';
import type { Prepared, PreparedNode } from './prepare.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';

/**
 * Fires the first inclusive join that may, once nothing else moves; true when one did. After BPMN 2.0.2, 13.4.3:
 * a join with at least one token waits as long as a token elsewhere in its scope can come to an incoming flow
 * that has none, by a way that does not pass the join itself, unless it could as well come to one that has.
 */
export const fireInclusiveJoin = (run: Run): boolean => {
  if (!run.prepared.hasInclusiveJoin) return false;
  for (const token of run.state.tokens) {
    const node = nodeOf(run.prepared, token.at);
    if (!isWaitingJoin(token, node)) continue;
    const waiting = run.state.tokens.filter((each) => isAt(each, token) && isWaitingJoin(each, node));
    if (mayFire(run, node, waiting)) {
      fire(run, node, waiting);
      return true;
    }
  }
  return false;
};

const isAt = (token: Token, other: Token): boolean => token.at === other.at && token.scope === other.scope;

const isWaitingJoin = (token: Token, node: PreparedNode): boolean =>
  node.type === 'inclusiveGateway' &&
  node.isQuiet &&
  token.todo === undefined &&
  token.incident === undefined;

const mayFire = (run: Run, node: PreparedNode, waiting: readonly Token[]): boolean => {
  const filled = new Set(waiting.map((token) => token.via));
  const ways = waysTo(run.prepared, node);
  const { scope } = waiting[0]!;
  return !run.state.tokens.some((other) => {
    if (other.scope !== scope || waiting.includes(other)) return false;
    const reachable = ways.filter((way) => way.from.has(other.at));
    return reachable.some((way) => !filled.has(way.flow)) && !reachable.some((way) => filled.has(way.flow));
  });
};

/** One token of each flow is taken, the oldest; a second one on the same flow waits for the next time. */
const fire = (run: Run, node: PreparedNode, waiting: readonly Token[]): void => {
  const taken = waiting.filter(
    (token, index) => waiting.findIndex((other) => other.via === token.via) === index,
  );
  for (const token of taken.slice(1)) remove(run, token);
  if (node.isRecorded) record(run, node, 'entered');
  taken[0]!.todo = { do: 'join' };
  run.queue.push(taken[0]!);
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
