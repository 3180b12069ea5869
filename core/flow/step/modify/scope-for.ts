import type { FlowNode } from '../../graph/index.ts';
import type { Scope, State } from '../state.ts';
import type { Change } from './change.ts';

export type ScopeFound = { ok: true; scope: number } | { ok: false; code: string };

/**
 * Where a token at this element belongs: the scope named, else the nearest around the token that moves, else the only
 * one of that sub-process that runs.
 */
export const scopeFor = (
  state: State,
  node: FlowNode,
  change: Extract<Change, { to: string }>,
): ScopeFound => {
  const running = state.scopes.filter((scope) => scope.node === node.scope && !isRepeating(scope));
  if (change.scope !== undefined) {
    const named = running.find((scope) => scope.id === change.scope);
    return named ? { ok: true, scope: named.id } : { ok: false, code: 'modify-scope-unknown' };
  }
  const around = change.do === 'move' ? nearest(state, change.token, node.scope) : undefined;
  const only = running.length === 1 ? running[0] : undefined;
  const found = around ?? only;
  if (found !== undefined) return { ok: true, scope: found.id };
  return { ok: false, code: running.length === 0 ? 'modify-scope-closed' : 'modify-scope-several' };
};

/** Scopes of an activity that repeats stand around its iterations; its elements are in those inside. */
const isRepeating = (scope: Scope): boolean => scope.loop !== undefined || scope.iteration !== undefined;

const nearest = (state: State, token: number, node: string): Scope | undefined => {
  const byId = new Map(state.scopes.map((scope) => [scope.id, scope]));
  const from = state.tokens.find((each) => each.id === token)?.scope;
  let scope = from === undefined ? undefined : byId.get(from);
  while (scope !== undefined && (scope.node !== node || isRepeating(scope)))
    scope = scope.parent === undefined ? undefined : byId.get(scope.parent);
  return scope;
};
