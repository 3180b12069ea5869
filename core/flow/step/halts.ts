import type { FlowNode, Graph } from '../graph/index.ts';
import { expectedBy } from './expected-tokens.ts';
import type { State, Token } from './state.ts';
import { waysTo } from './ways.ts';

/** What tokens can wait for that only other tokens of their instance bring. */
export type HaltKind = 'join' | 'inclusive' | 'complex' | 'quantity' | 'condition';

/** Tokens that wait together, and what would let them go on. */
export interface Halt {
  kind: HaltKind;
  at: string;
  tokens: Token[];
  /** Incoming flows that have brought none, as far as each of them matters. */
  missing: string[];
  /** Whether they may still go on, as long as these tokens move. */
  mayGoOn(alive: ReadonlySet<Token>): boolean;
}

/** All places of an instance where tokens wait for others of it. */
export const haltsOf = (graph: Graph, state: State): Halt[] => {
  const waiting = state.tokens.filter((token) => kindAt(graph, token) !== null);
  const places = Map.groupBy(waiting, (token) => `${token.scope} ${token.at}`);
  return [...places.values()].map((tokens) => haltOf(graph, state, tokens));
};

/** What a token could wait for at such an element; null where nothing, or something from outside. */
export const kindOfHalt = ({
  type,
  incoming,
  startQuantity,
  event,
}: Pick<FlowNode, 'type' | 'incoming' | 'startQuantity' | 'event'>): HaltKind | null => {
  if (startQuantity !== undefined) return 'quantity';
  if (event?.kind === 'conditional' && event.record === undefined) return 'condition';
  if (incoming.length < 2) return null;
  if (type === 'parallelGateway') return 'join';
  if (type === 'inclusiveGateway') return 'inclusive';
  return type === 'complexGateway' ? 'complex' : null;
};

const kindAt = (graph: Graph, token: Token): HaltKind | null => {
  const node = graph.nodes[token.at];
  if (node === undefined || token.role !== undefined || token.todo !== undefined) return null;
  if (token.incident !== undefined || token.consumed !== undefined || !token.isEntered) return null;
  const kind = kindOfHalt(node);
  if (kind === 'quantity') return token.isBegun === undefined && token.iteration === undefined ? kind : null;
  return kind === 'condition' && !onlyWatches(token) ? null : kind;
};

/** Whether it waits for conditions on variables alone, and none of them is being looked at. */
export const onlyWatches = ({ waits = [], ask }: Token): boolean =>
  ask === undefined &&
  waits.length > 0 &&
  waits.every(
    ({ watch }) =>
      watch !== undefined && watch.record === undefined && watch.ask === undefined && !watch.incident,
  );

const haltOf = (graph: Graph, state: State, tokens: Token[]): Halt => {
  const { at, scope } = tokens[0]!;
  const kind = kindAt(graph, tokens[0]!)!;
  const ways = waysTo(graph, at);
  const reset = state.tokens.find(
    (token) => token.at === at && token.scope === scope && token.consumed !== undefined,
  );
  const filled = new Set([...tokens.map(({ via }) => via), ...(reset?.consumed ?? [])]);
  const lacking = ways.filter(({ flow }) => !filled.has(flow));
  const missing = lacking.map(({ flow }) => flow);
  const canCome = (alive: ReadonlySet<Token>, { from }: { from: ReadonlySet<string> }): boolean =>
    [...alive].some((token) => token.scope === scope && token.role === undefined && from.has(token.at));
  const anyCanCome = (alive: ReadonlySet<Token>): boolean => ways.some((way) => canCome(alive, way));
  const halt = { kind, at, tokens, missing };
  if (kind === 'join') return { ...halt, mayGoOn: (alive) => lacking.every((way) => canCome(alive, way)) };
  if (kind === 'condition') return { ...halt, mayGoOn: (alive) => alive.size > 0 };
  // What waits for its reset waits as an inclusive join does: for those that may still come.
  if (kind === 'inclusive' || reset !== undefined) {
    const expected = state.tokens.filter(expectedBy(graph, at, { scope, filled, besides: tokens }));
    const mayGoOn = (alive: ReadonlySet<Token>): boolean =>
      expected.length === 0 || expected.some((token) => alive.has(token)) || anyCanCome(alive);
    return { ...halt, missing: flowsOf(ways, expected), mayGoOn };
  }
  return { ...halt, mayGoOn: anyCanCome };
};

const flowsOf = (ways: ReturnType<typeof waysTo>, tokens: readonly Token[]): string[] =>
  ways.filter(({ from }) => tokens.some((token) => from.has(token.at))).map(({ flow }) => flow);
