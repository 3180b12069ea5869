import type { Graph } from '../graph/index.ts';
import type { State, Token } from './state.ts';
import type { Summary } from './types.ts';

/** What a state says to the outside. Suspended goes over incident, incident over active. */
export const summarize = (_graph: Graph, state: State): Summary => ({
  state: shownState(state),
  variables: state.scopes[0]?.variables ?? {},
  tokens: state.tokens
    .filter((token) => token.role !== 'guard')
    .map((token) => (token.scope === 0 ? { element: token.at } : { element: token.at, scope: token.scope })),
  scopes: state.scopes.slice(1).map(({ id, node, variables }) => ({ id, element: node, variables })),
  subject: state.subject ?? null,
  businessKey: state.businessKey ?? null,
});

const shownState = (state: State): Summary['state'] => {
  if (state.status !== 'active') return state.status;
  if (state.isSuspended) return 'suspended';
  return state.tokens.some(isStopped) ? 'incident' : 'active';
};

const isStopped = ({ incident, waits }: Token): boolean =>
  incident !== undefined || waits?.some((wait) => wait.watch?.incident !== undefined) === true;
