import { dataInSight } from './data-in-sight.ts';
import { record } from './history.ts';
import { dropFrom, takeOut } from './gone.ts';
import { indexOfId } from './index-of-id.ts';
import { detach, isShown, nodeAt, withdraw } from './moves.ts';
import { needParts } from './parts.ts';
import type { Run } from './run.ts';
import type { Scope, Token } from './state.ts';
import type { BpmnError } from './types.ts';

interface End {
  event: 'cancelled' | 'failed';
  error?: BpmnError;
}

/** Ends what a token does, with all that runs inside it. */
export const cancelToken = (run: Run, token: Token): void => end(run, token, { event: 'cancelled' });

/** The same for one that failed; what it failed of is told with it. */
export const failToken = (run: Run, token: Token, error: BpmnError): void =>
  end(run, token, { event: 'failed', error });

const end = (run: Run, token: Token, how: End): void => {
  if (token.inner !== undefined) cancelScope(run, token.inner);
  recordEnd(run, token, how);
  withdraw(run, token);
};

/** Ends all tokens of a scope; forgets the scope, unless it is kept because its sub-process ends in order. */
export const cancelScope = (run: Run, scope: number, options?: { isKept: boolean }): void => {
  const doomed = scopesWithin(run, scope);
  needParts(run.state, (body) => doomed.has(body));
  const tokens = inOrder(run, scope, doomed);
  for (const token of tokens) {
    recordEnd(run, token, { event: 'cancelled' });
    detach(run, token);
    token.at = '';
  }
  const { state } = run;
  if (tokens.length > 0) dropFrom(state.tokens, (token) => token.at === '');
  const isForgotten = (each: Scope): boolean =>
    doomed.has(each.id) && each.parent !== undefined && !(each.id === scope && options?.isKept === true);
  dropFrom(state.scopes, isForgotten);
  const kept = state.scopes[indexOfId(state.scopes, scope)];
  if (kept !== undefined) kept.live = 0;
  resolveGone(run, tokens);
};

export const forgetScope = (run: Run, scope: number): void => {
  const { scopes } = run.rough;
  const index = indexOfId(scopes, scope);
  if (index > 0) takeOut(run, 'scopes', index);
};

const recordEnd = (run: Run, token: Token, { event, error }: End): void => {
  const node = nodeAt(run, token);
  const hasBegun =
    !node.isQuiet || token.todo !== undefined || token.isBegun || token.iteration !== undefined;
  // Its work is done and recorded; only what follows from it was still to come.
  const isDone = token.todo?.do === 'next' || (token.todo?.do === 'leave' && event === 'cancelled');
  if (!isShown(token, node) || !token.isEntered || !hasBegun || isDone) return;
  const mover = run.token;
  run.token = token;
  const seen = run.prepared.graph.history === 'data' ? dataInSight(run) : {};
  record(run, node, event, error && { ...seen, error: { ...error } });
  run.token = mover;
};

/** The scope and all inside it: a scope comes after the one it is in. */
const scopesWithin = (run: Run, scope: number): Set<number> => {
  const found = new Set([scope]);
  for (const { id, parent } of run.state.scopes) if (parent !== undefined && found.has(parent)) found.add(id);
  return found;
};

/** What runs inside a token ends before the token does. One look at each token and scope, however many there are. */
const inOrder = (run: Run, scope: number, doomed: ReadonlySet<number>): Token[] => {
  const { tokens, scopes } = run.state;
  const inside = Map.groupBy(
    tokens.filter((token) => doomed.has(token.scope)),
    (token) => token.scope,
  );
  const iterations = Map.groupBy(
    scopes.filter((each) => each.iteration !== undefined && doomed.has(each.id)),
    (each) => each.parent!,
  );
  const ordered: Token[] = [];
  const visit = (id: number): void => {
    for (const token of inside.get(id) ?? []) {
      if (token.inner !== undefined) visit(token.inner);
      ordered.push(token);
    }
    for (const iteration of iterations.get(id) ?? []) visit(iteration.id);
  };
  visit(scope);
  return ordered;
};

/** An incident is over when no token is stopped by it any more. */
const resolveGone = (run: Run, gone: readonly Token[]): void => {
  const incidents = new Set(gone.flatMap((token) => token.incident ?? []));
  if (incidents.size === 0) return;
  for (const token of run.state.tokens) if (token.incident !== undefined) incidents.delete(token.incident);
  for (const incident of incidents) run.effects.push({ type: 'resolve', incident });
};
