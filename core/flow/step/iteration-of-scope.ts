import { indexOfId } from './index-of-id.ts';
import type { Scope, State } from './state.ts';

/** Of the innermost repeated activity that the scope belongs to. */
export const iterationOfScope = (state: State, id: number): number | undefined => {
  let scope = scopeOf(state, id);
  while (scope?.parent !== undefined && scope.iteration === undefined) scope = scopeOf(state, scope.parent);
  return scope?.iteration;
};

const scopeOf = ({ scopes }: State, id: number): Scope | undefined => scopes[indexOfId(scopes, id)];
