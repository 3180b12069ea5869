import type { Graph } from '../graph/index.ts';
import type { PreparedNode } from './prepare.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';
import { waysTo } from './ways.ts';

export interface Gathered {
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
export const isMoreExpected = (run: Run, node: PreparedNode, gathered: Gathered): boolean =>
  run.state.tokens.some(expectedBy(run.prepared.graph, node.id, gathered));

/** Which tokens a gateway waits for. */
export const expectedBy = (
  graph: Graph,
  gateway: string,
  gathered: Gathered,
): ((token: Token) => boolean) => {
  const { scope, filled, besides } = gathered;
  const ways = waysTo(graph, gateway);
  return (other) => {
    if (other.scope !== scope || besides.includes(other)) return false;
    // What a gateway has taken up, and what waits or undoes beside the flow, comes nowhere.
    if (other.consumed !== undefined || other.role !== undefined) return false;
    const reachable = ways.filter((way) => way.from.has(other.at));
    return reachable.some((way) => !filled.has(way.flow)) && !reachable.some((way) => filled.has(way.flow));
  };
};
