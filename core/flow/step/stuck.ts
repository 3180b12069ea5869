import type { Graph } from '../graph/index.ts';
import { haltsOf, kindOfHalt, onlyWatches, type HaltKind } from './halts.ts';
import type { State, Token } from './state.ts';
import { waysTo } from './ways.ts';

/** A token that can never move again by itself: where and for what it waits, and the flows over which none can come. */
export interface Stuck {
  token: number;
  at: string;
  kind: HaltKind;
  missing: string[];
}

/**
 * Tokens that wait for others of their instance which can never come: at a join that will not fill, at an inclusive or
 * complex gateway that waits for what stands still itself, before an activity that needs more tokens to begin, at a
 * condition on variables that nothing changes any more. A place counts as able to go on as long as what it waits for
 * can come from tokens that move, or from places that may go on.
 */
export const stuckTokens = (graph: Graph, state: State): Stuck[] => {
  let dead = haltsOf(graph, state);
  if (dead.length === 0) return [];
  const isWaiting = new Set(dead.flatMap(({ tokens }) => tokens));
  const alive = new Set(state.tokens.filter((token) => !isWaiting.has(token) && movesByItself(state, token)));
  for (let before = -1; alive.size !== before;) {
    before = alive.size;
    for (const token of state.tokens) if (isMovedInside(state, token, alive)) alive.add(token);
    dead = dead.filter((halt) => {
      const isAble = halt.mayGoOn(alive);
      if (isAble) for (const token of halt.tokens) alive.add(token);
      return !isAble;
    });
  }
  return dead.flatMap(({ kind, at, tokens, missing }) => {
    const ways = waysTo(graph, at).filter(({ flow }) => missing.includes(flow));
    const never = ways
      .filter(({ from }) => !comesFrom(alive, tokens[0]!.scope, from))
      .map(({ flow }) => flow);
    return tokens.map(({ id }) => ({ token: id, at, kind, missing: never }));
  });
};

const comesFrom = (alive: ReadonlySet<Token>, scope: number, from: ReadonlySet<string>): boolean =>
  [...alive].some((token) => token.scope === scope && from.has(token.at));

/** Not what a gateway has taken up, what waits beside the flow for a condition, nor what only its inside moves. */
const movesByItself = (state: State, token: Token): boolean => {
  if (token.consumed !== undefined) return false;
  if (token.role === 'guard') return !onlyWatches(token);
  return token.inner === undefined || token.waits !== undefined || hasUnseen(state, token);
};

/** Iterations that are kept elsewhere are not looked at, and an empty scope is about to end. */
const hasUnseen = (state: State, { inner }: Token): boolean =>
  state.away?.some(({ body }) => body === inner) === true ||
  !state.tokens.some(({ scope, role }) => scope === inner && role === undefined);

const isMovedInside = (state: State, { inner }: Token, alive: ReadonlySet<Token>): boolean =>
  inner !== undefined && state.tokens.some((token) => token.scope === inner && alive.has(token));

/** Only then can a token be stuck; a question that is asked of every instance written. */
export const mayBeStuck = (graph: Graph, elements: readonly string[]): boolean =>
  elements.some((id) => {
    const node = graph.nodes[id];
    return node !== undefined && kindOfHalt(node) !== null;
  });
