import type { FlowNode, Graph } from '../../graph/index.ts';
import type { State, Token } from '../state.ts';
import type { Change, ChangeProblem } from './change.ts';
import { scopeFor } from './scope-for.ts';

/** All that is wrong with the changes at once; nothing is done unless this is empty. */
export const checkChanges = (graph: Graph, state: State, changes: readonly Change[]): ChangeProblem[] => {
  const problems = changes.flatMap((change, index): ChangeProblem[] => {
    const found = tokenProblem(state, changes, index) ?? targetProblem(graph, state, change);
    return found ? [{ index, ...found }] : [];
  });
  if (problems.length === 0 && isNothingLeft(state, changes))
    return [{ index: changes.length - 1, code: 'modify-nothing-left', params: {} }];
  return problems;
};

/** Iterations are moved by moving the activity that repeats. */
const isMovable = (token: Token): boolean => token.role === undefined && token.iteration === undefined;

type Found = Omit<ChangeProblem, 'index'>;

const tokenProblem = (state: State, changes: readonly Change[], index: number): Found | undefined => {
  const change = changes[index]!;
  if (change.do === 'add') return undefined;
  const { token } = change;
  if (!state.tokens.some((each) => each.id === token && isMovable(each)))
    return { code: 'modify-token-gone', params: {} };
  const isTwice = changes.slice(0, index).some((other) => other.do !== 'add' && other.token === token);
  return isTwice ? { code: 'modify-token-twice', params: {} } : undefined;
};

const targetProblem = (graph: Graph, state: State, change: Change): Found | undefined => {
  if (change.do === 'cancel') return undefined;
  const node = graph.nodes[change.to];
  if (node === undefined) return { code: 'modify-element-unknown', params: { element: change.to } };
  const params = { element: node.name || node.id };
  if (node.isTriggeredByEvent || node.begins !== undefined) return { code: 'modify-begins-by-event', params };
  if (undoes(node)) return { code: 'modify-undoes', params };
  const found = scopeFor(graph, state, node, change);
  if (found.ok) return undefined;
  const inside = graph.nodes[node.scope];
  return { code: found.code, params: { ...params, scope: inside?.name || node.scope } };
};

/** A handler, or where it hangs on what it undoes: only compensation comes there. */
const undoes = ({ isForCompensation, attachedTo, event }: FlowNode): boolean =>
  isForCompensation === true || (attachedTo !== undefined && event?.kind === 'compensation');

const isNothingLeft = (state: State, changes: readonly Change[]): boolean => {
  const cancelled = new Set(changes.flatMap((change) => (change.do === 'cancel' ? [change.token] : [])));
  if (cancelled.size === 0 || changes.some((change) => change.do !== 'cancel')) return false;
  // A token on a sub-process stays only if something inside does, unless people choose what that is.
  const isChosen = (inner: number): boolean =>
    state.scopes.some((scope) => scope.id === inner && scope.adHoc !== undefined);
  const leaves = state.tokens.filter(
    ({ role, inner }) => role === undefined && (inner === undefined || isChosen(inner)),
  );
  return leaves.every((token) => cancelled.has(token.id) || isInside(state, token.scope, cancelled));
};

const isInside = (state: State, scope: number, cancelled: ReadonlySet<number>): boolean => {
  const { owner } = state.scopes.find((each) => each.id === scope) ?? {};
  if (owner === undefined) return false;
  const token = state.tokens.find((each) => each.id === owner);
  return token !== undefined && (cancelled.has(owner) || isInside(state, token.scope, cancelled));
};
