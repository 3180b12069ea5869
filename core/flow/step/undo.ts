import { forgetScope } from './cancel-token.ts';
import { compensatorOf } from './completed.ts';
import { makeToken, scopeOf } from './moves.ts';
import type { Run } from './run.ts';
import type { Completed, Scope, Token } from './state.ts';
import type { Variables } from './types.ts';
import { writeVariables } from './variables.ts';

/** The token undoes these, the last first, and then does what its element does with `inner`. */
export const undo = (run: Run, token: Token, completed: Completed[]): void => {
  token.undo = completed;
  token.todo = { do: 'inner' };
  run.queue.push(token);
};

/** The same beside the token, which need not wait. */
export const undoBeside = (run: Run, at: string, scope: number, completed: Completed[]): void => {
  const carrier = makeToken(run, at, scope);
  carrier.role = 'carrier';
  carrier.undo = completed;
  carrier.todo = { do: 'inner' };
};

/** Closes what has been undone and begins with the next; false when nothing is left. */
export const undoNext = (run: Run, token: Token): boolean => {
  if (token.inner !== undefined) settle(run, token, scopeOf(run, token.inner));
  const next = token.undo!.pop();
  if (next === undefined) {
    token.undo = undefined;
    return false;
  }
  begin(run, token, next);
  return true;
};

/** What was written while undoing leaves the scope as it would leave its sub-process; what was seen of then does not. */
const settle = (run: Run, token: Token, scope: Scope): void => {
  token.inner = undefined;
  forgetScope(run, scope.id);
  const { isForCompensation, mapping } = run.prepared.graph.nodes[scope.node]!;
  if (!isForCompensation && mapping !== undefined && mapping.out.length > 0) return;
  const outward: Variables = {};
  for (const name of Object.keys(scope.variables))
    if (!scope.own?.includes(name)) outward[name] = scope.variables[name]!;
  writeVariables(run, homeOf(run, token, scope.node), outward);
};

/** By its handler, else by the event sub-process within, else whatever had completed inside, again the last first. */
const begin = (run: Run, token: Token, completed: Completed): void => {
  const { node, own, inside } = completed;
  const handler = run.prepared.graph.nodes[node]!.compensation;
  const scope: Scope = {
    id: ++run.state.count,
    node: handler ?? node,
    parent: token.scope,
    owner: token.id,
    variables: {},
    own,
    past: completed.variables,
    live: 0,
  };
  run.state.scopes.push(scope);
  token.inner = scope.id;
  if (handler !== undefined) makeToken(run, handler, scope.id);
  else beginInside(run, token, scope, inside ?? []);
};

const beginInside = (run: Run, token: Token, scope: Scope, inside: Completed[]): void => {
  const compensator = compensatorOf(run, scope.node);
  if (compensator === undefined) return undoBeside(run, token.at, scope.id, inside);
  scope.done = inside;
  makeToken(run, compensator, scope.id).todo = { do: 'begin', variables: {} };
};

/** The scope in which it stands: the token's own, or around it where an event sub-process undoes. */
const homeOf = (run: Run, token: Token, node: string): number => {
  const wanted = run.prepared.graph.nodes[node]!.scope;
  let scope = scopeOf(run, token.scope);
  while (scope.node !== wanted && scope.parent !== undefined) scope = scopeOf(run, scope.parent);
  return scope.node === wanted ? scope.id : token.scope;
};
