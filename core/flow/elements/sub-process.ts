import { valueOf } from '../step/expression.ts';
import { forgetScope } from '../step/cancel-token.ts';
import { rememberInside } from '../step/completed.ts';
import { guardScope } from '../step/event-sub-processes.ts';
import { complete, endScope, makeToken, scopeOf } from '../step/moves.ts';
import type { PreparedNode } from '../step/prepare.ts';
import type { Run } from '../step/run.ts';
import type { Scope, Token } from '../step/state.ts';
import type { Variables } from '../step/types.ts';
import { writeVariables } from '../step/variables.ts';
import type { Element } from './element.ts';

/** A scope of its own: inner names shadow outer ones; done when no token is left inside. */
export const subProcess: Element = {
  type: 'subProcess',
  enter: (run, token, node) => void beginScope(run, token, node),
  inner(run, token, node) {
    const scope = scopeOf(run, token.inner!);
    const outward = outwardOf(run, token, node, scope);
    rememberInside(run, token, node, scope);
    forgetScope(run, scope.id);
    token.inner = undefined;
    writeVariables(run, token.scope, outward);
    complete(run, token, node);
  },
};

/** Opens the scope inside, with a token at each of its beginnings. */
export const beginScope = (run: Run, token: Token, node: PreparedNode): Scope => {
  const scope = openScope(run, token, node);
  const { into } = token;
  if (into !== undefined) {
    token.into = undefined;
    beginInside(run, scope, into);
    return scope;
  }
  const { entry } = run.prepared.graph.scopes[node.id]!;
  for (const element of entry) makeToken(run, element, scope.id);
  if (entry.length === 0) endScope(run, scope);
  return scope;
};

/** An operator said where: at these elements, or further inside of them. */
const beginInside = (run: Run, scope: Scope, paths: readonly string[][]): void => {
  for (const [element, further] of Map.groupBy(paths, ([first]) => first!)) {
    const inside = further.flatMap(([, ...rest]) => (rest.length > 0 ? [rest] : []));
    const count = Math.max(1, further.length - inside.length);
    for (let made = 0; made < count; made++) {
      const token = makeToken(run, element, scope.id);
      token.via = run.prepared.graph.nodes[element]!.incoming[made];
      if (inside.length > 0) token.into = inside;
    }
  }
};

/** The scope inside, with what is mapped into it. */
export const openScope = (run: Run, token: Token, node: PreparedNode): Scope => {
  const variables: Variables = {};
  for (const { name, value } of node.definition.mapping?.in ?? [])
    variables[name] = valueOf(run, token, value);
  for (const name of run.prepared.graph.scopes[node.id]?.data ?? []) variables[name] ??= null;
  const own = Object.keys(variables);
  const scope: Scope = {
    id: ++run.state.count,
    node: node.id,
    parent: token.scope,
    owner: token.id,
    variables,
    own: own.length > 0 ? own : undefined,
    live: 0,
  };
  run.state.scopes.push(scope);
  token.inner = scope.id;
  guardScope(run, scope);
  return scope;
};

/** With outputs of its own, only these leave it; else whatever was made inside does. */
const outwardOf = (run: Run, token: Token, node: PreparedNode, scope: Scope): Variables => {
  const out = node.definition.mapping?.out ?? [];
  const outward: Variables = {};
  if (out.length > 0) {
    const inside = { ...token, scope: scope.id };
    for (const { name, value } of out) outward[name] = valueOf(run, inside, value);
  } else {
    for (const name of Object.keys(scope.variables))
      if (!scope.own?.includes(name)) outward[name] = scope.variables[name]!;
  }
  return outward;
};
