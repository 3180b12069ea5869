import { scopeOf } from './moves.ts';
import type { Run } from './run.ts';
import type { Scope } from './state.ts';
import type { Value, Variables } from './types.ts';

/**
 * What an expression sees at a scope: inner names shadow outer ones. At the top the variables themselves are
 * given, uncopied.
 */
export const visibleVariables = (run: Run, scope: number): Variables => {
  const inner = scopeOf(run, scope);
  if (inner.parent === undefined) return inner.variables;
  const visible: Variables = {};
  for (const each of chain(run, inner).toReversed())
    Object.assign(visible, each.past, each.variables, countersOf(each));
  return visible;
};

/** Each value goes where its name already is, from the inside out; a new name stays in the scope at hand. */
export const writeVariables = (run: Run, scope: number, values: Variables): void => {
  for (const name of Object.keys(values)) writeVariable(run, scope, name, values[name]!);
};

export const writeVariable = (run: Run, scope: number, name: string, value: Value): void => {
  // As a name it would reach the prototype, and nobody has a use for it.
  if (name === '__proto__') return;
  const inner = scopeOf(run, scope);
  const holder = inner.parent === undefined ? inner : (holderOf(run, inner, name) ?? inner);
  holder.variables[name] = value;
  if (holder.parent === undefined && run.rough.given !== undefined) forgetGiven(run.rough.given, name);
  run.changes?.push({ scope: holder.id, name });
};

const forgetGiven = (given: string[], name: string): void => {
  const place = given.indexOf(name);
  if (place >= 0) given.splice(place, 1);
};

/**
 * What the standard lets the instances of a multi-instance activity know of it (BPMN 2.0.2, table 10.30): the first
 * is always the sum of the others.
 */
export const countersOf = ({ loop }: Scope): Variables | undefined =>
  loop?.total === undefined
    ? undefined
    : {
        numberOfInstances: loop.begun,
        numberOfActiveInstances: loop.begun - loop.completed - loop.terminated,
        numberOfCompletedInstances: loop.completed,
        numberOfTerminatedInstances: loop.terminated,
      };

const holderOf = (run: Run, inner: Scope, name: string): Scope | undefined => {
  let scope: Scope | undefined = inner;
  while (scope !== undefined && scope.past === undefined && !Object.hasOwn(scope.variables, name))
    scope = scope.parent === undefined ? undefined : scopeOf(run, scope.parent);
  return scope;
};

const chain = (run: Run, inner: Scope): Scope[] => {
  const scopes = [inner];
  while (scopes.at(-1)!.parent !== undefined) scopes.push(scopeOf(run, scopes.at(-1)!.parent!));
  return scopes;
};
