import type { FlowNode, Graph } from '../../graph/index.ts';
import type { Scope, State } from '../state.ts';
import type { Change } from './change.ts';

export type ScopeFound =
  /** `path`: the element, behind the sub-processes that begin for it, the outermost first. */
  { ok: true; scope: number; path: string[] } | { ok: false; code: string };

/**
 * Where a token at this element belongs: the scope named, else the nearest around the token that moves, else the only
 * one of that sub-process that runs. Where none runs, it begins, in the scope around it that does.
 */
export const scopeFor = (
  graph: Graph,
  state: State,
  node: FlowNode,
  change: Extract<Change, { to: string }>,
): ScopeFound => {
  const running = state.scopes.filter((scope) => scope.node === node.scope && !isRepeating(scope));
  if (running.length === 0) return begunFor(graph, state, node, change);
  const path = [node.id];
  if (change.scope !== undefined) {
    const named = running.find((scope) => scope.id === change.scope);
    return named ? { ok: true, scope: named.id, path } : { ok: false, code: 'modify-scope-unknown' };
  }
  const around = change.do === 'move' ? nearest(state, change.token, node.scope) : undefined;
  const only = running.length === 1 ? running[0] : undefined;
  const found = around ?? only;
  return found === undefined
    ? { ok: false, code: 'modify-scope-several' }
    : { ok: true, scope: found.id, path };
};

/** One that repeats, that people fill, or that an event begins has no single beginning into which a token could be put. */
const begunFor = (
  graph: Graph,
  state: State,
  node: FlowNode,
  change: Extract<Change, { to: string }>,
): ScopeFound => {
  const around = graph.nodes[node.scope];
  const canBegin =
    around !== undefined &&
    (around.type === 'subProcess' || around.type === 'transaction') &&
    around.loop === undefined &&
    !around.isTriggeredByEvent &&
    !around.isForCompensation;
  if (!canBegin) return { ok: false, code: 'modify-scope-closed' };
  const outer = scopeFor(graph, state, around, change);
  return outer.ok ? { ...outer, path: [...outer.path, node.id] } : outer;
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
