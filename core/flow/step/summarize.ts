import type { Graph } from '../graph/index.ts';
import { indexOfId } from './index-of-id.ts';
import { iterationOfScope } from './iteration-of-scope.ts';
import type { Scope, State, Token } from './state.ts';
import type { Summary, SummaryToken } from './types.ts';

/** As many of one element, and as many iterations, are told one by one. */
const mostListed = 100;

/** What a state says to the outside. Suspended goes over incident, incident over active. */
export const summarize = (graph: Graph, state: State): Summary => ({
  state: shownState(state),
  variables: state.scopes[0]?.variables ?? {},
  tokens: shownTokens(state).map(({ told }) => told),
  scopes: state.scopes
    .slice(1)
    .filter((scope) => scope.iteration === undefined || scope.iteration <= mostListed)
    .map(({ id, node, iteration, variables, adHoc }) => ({
      id,
      element: node,
      iteration,
      variables,
      parts: adHoc === undefined || adHoc.isClosing ? undefined : graph.nodes[node]!.adHoc?.parts,
    })),
  subject: state.subject ?? null,
  businessKey: state.businessKey ?? null,
});

const shownState = (state: State): Summary['state'] => {
  if (state.status !== 'active') return state.status;
  if (state.isSuspended) return 'suspended';
  return state.tokens.some(isStopped) || state.away?.some((part) => part.isStopped) ? 'incident' : 'active';
};

const isStopped = ({ incident, waits }: Token): boolean =>
  incident !== undefined || waits?.some((wait) => wait.watch?.incident !== undefined) === true;

export interface ShownToken {
  told: SummaryToken;
  /** Absent where it stands for many. */
  token?: Token;
}

/** An activity that repeats is one token, with how far its instances are. */
export const shownTokens = (state: State): ShownToken[] => {
  const shown = state.tokens.filter((token) => token.iteration === undefined && token.role !== 'guard');
  if (shown.length <= mostListed) return shown.map((token) => ({ token, told: tokenOf(state, token) }));
  return [...Map.groupBy(shown, (token) => token.at)].flatMap(([element, tokens]): ShownToken[] =>
    tokens.length > mostListed
      ? [{ told: { element, count: tokens.length } }]
      : tokens.map((token) => ({ token, told: tokenOf(state, token) })),
  );
};

const tokenOf = (state: State, token: Token): SummaryToken => {
  const told: SummaryToken = { element: token.at };
  if (token.scope !== 0) told.scope = token.scope;
  const iteration = iterationOfScope(state, token.scope);
  if (iteration !== undefined) told.iteration = iteration;
  const loop = token.inner === undefined ? undefined : scopeOf(state, token.inner)?.loop;
  if (loop !== undefined) {
    const { begun, completed, terminated } = loop;
    told.instances = { begun, active: begun - completed - terminated, completed, terminated };
  }
  return told;
};

const scopeOf = ({ scopes }: State, id: number): Scope | undefined => scopes[indexOfId(scopes, id)];
