import type { Graph } from '../graph/index.ts';
import type { State, Token } from './state.ts';
import { waysTo, type Way } from './ways.ts';

/** A token that can never move again: the join it waits at, and the flows over which none can come any more. */
export interface Stuck {
  token: number;
  join: string;
  missing: string[];
}

/**
 * Tokens at parallel joins that will never fill: over a flow that is missing, no token of the scope can come. A join
 * counts as able to fire as long as all it misses can come from tokens that move or from joins that may fire.
 */
export const stuckTokens = (graph: Graph, state: State): Stuck[] => {
  const waiting = state.tokens.filter((token) => isWaitingJoin(graph, token));
  if (waiting.length === 0) return [];
  const joins = [...Map.groupBy(waiting, (token) => `${token.scope} ${token.at}`).values()].map((tokens) =>
    joinOf(graph, tokens),
  );
  const isWaiting = new Set(waiting);
  const alive = new Set(state.tokens.filter((token) => !isWaiting.has(token) && canMove(token)));
  let dead = joins;
  for (let before = -1; dead.length !== before;) {
    before = dead.length;
    dead = dead.filter((join) => {
      const isAble = join.missing.every((way) => canCome(alive, join.scope, way.from));
      if (isAble) for (const token of join.tokens) alive.add(token);
      return !isAble;
    });
  }
  return dead.flatMap(({ tokens, missing, at, scope }) => {
    const never = missing.filter((way) => !canCome(alive, scope, way.from)).map((way) => way.flow);
    return tokens.map(({ id }) => ({ token: id, join: at, missing: never }));
  });
};

/** Not what waits beside the flow, nor what a gateway has taken up already. */
const canMove = (token: Token): boolean => token.role !== 'guard' && token.consumed === undefined;

/** Only then can a token be stuck; a question that is asked of every instance written. */
export const mayBeStuck = (graph: Graph, elements: readonly string[]): boolean =>
  elements.some((id) => {
    const node = graph.nodes[id];
    return node?.type === 'parallelGateway' && node.incoming.length > 1;
  });

interface Join {
  at: string;
  scope: number;
  tokens: Token[];
  missing: Way[];
}

const joinOf = (graph: Graph, tokens: Token[]): Join => {
  const { at, scope } = tokens[0]!;
  const missing = waysTo(graph, at).filter(({ flow }) => !tokens.some((token) => token.via === flow));
  return { at, scope, tokens, missing };
};

const canCome = (alive: ReadonlySet<Token>, scope: number, from: ReadonlySet<string>): boolean =>
  [...alive].some((token) => token.scope === scope && from.has(token.at));

const isWaitingJoin = (graph: Graph, token: Token): boolean => {
  const node = graph.nodes[token.at];
  return (
    node?.type === 'parallelGateway' &&
    node.incoming.length > 1 &&
    token.isEntered === true &&
    token.todo === undefined &&
    token.incident === undefined
  );
};
