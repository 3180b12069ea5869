import { scopeOf } from './moves.ts';
import type { PreparedNode } from './prepare.ts';
import type { Run } from './run.ts';
import type { Completed, Scope, Token } from './state.ts';
import type { Variables } from './types.ts';
import { visibleVariables } from './variables.ts';

/** Notes that an activity with a handler has completed, with the data of now; of a repeated one, each time. */
export const remember = (run: Run, token: Token, node: PreparedNode): void => {
  if (node.definition.loop !== undefined && token.iteration === undefined) return;
  add(scopeOf(run, token.scope), { node: node.id, variables: { ...visibleVariables(run, token.scope) } });
};

/** Notes that a sub-process without a handler has completed: what completed inside can be undone from outside. */
export const rememberInside = (run: Run, token: Token, node: PreparedNode, inner: Scope): void => {
  const { done } = inner;
  if (node.definition.compensation !== undefined) return;
  if (done === undefined && compensatorOf(run, node.id) === undefined) return;
  const around = scopeOf(run, token.scope);
  add(around, {
    node: node.id,
    ...dataOf(inner, token.iteration === undefined ? undefined : around),
    inside: done ?? [],
  });
};

/** What was its own; of one that repeats with what its iteration was given, which is gone with that. */
const dataOf = ({ variables, own }: Scope, iteration?: Scope): Pick<Completed, 'variables' | 'own'> => {
  if (iteration === undefined) return { variables, own };
  const given = iteration.own ?? [];
  const all: Variables = {};
  for (const name of given) all[name] = iteration.variables[name]!;
  return { variables: { ...all, ...variables }, own: [...given, ...(own ?? [])] };
};

/** The event sub-process that undoes a sub-process from within. */
export const compensatorOf = (run: Run, scope: string): string | undefined => {
  const { nodes, scopes } = run.prepared.graph;
  const all = scopes[scope]!.eventSubProcesses ?? [];
  return all.find((each) => nodes[each.start]!.event?.kind === 'compensation')?.node;
};

/**
 * Takes what is to be undone out of where it was noted, so that nothing is undone twice: one activity, or all that
 * completed. What an event sub-process undoes is in the scope around it.
 */
export const takeCompleted = (run: Run, scope: Scope, activity: string | undefined): Completed[] => {
  const isWanted = (each: Completed): boolean => activity === undefined || each.node === activity;
  const { nodes } = run.prepared.graph;
  const around =
    nodes[scope.node]?.isTriggeredByEvent && scope.parent !== undefined
      ? takeCompleted(run, scopeOf(run, scope.parent), activity)
      : [];
  const done = scope.done ?? [];
  const left = done.filter((each) => !isWanted(each));
  scope.done = left.length > 0 ? left : undefined;
  return [...around, ...done.filter(isWanted)];
};

/** The scope ends in order, but is no sub-process: what completed in it counts for the one around. */
export const handUp = (run: Run, scope: Scope): void => {
  if (scope.done === undefined) return;
  const outer = scopeOf(run, scope.parent!);
  outer.done = [...(outer.done ?? []), ...scope.done];
};

const add = (scope: Scope, completed: Completed): void => {
  (scope.done ??= []).push(completed);
};
