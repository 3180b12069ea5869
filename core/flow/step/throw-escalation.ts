import { interrupt } from './boundary.ts';
import { makeToken, nodeAt, scopeOf, tokenOf } from './moves.ts';
import type { PreparedNode } from './prepare.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';
import { writeVariable } from './variables.ts';

/**
 * An escalation goes to the innermost catcher that fits; where there is none, it is only recorded. True when
 * the catcher interrupted, and the thrower with it.
 */
export const throwEscalation = (run: Run, token: Token, code: string): boolean => {
  for (let { owner } = scopeOf(run, token.scope); owner !== undefined;) {
    const host = tokenOf(run, owner);
    const event = catcherOn(nodeAt(run, host), code);
    if (event !== undefined) return caught(run, host, event, code);
    owner = scopeOf(run, host.scope).owner;
  }
  return false;
};

const caught = (run: Run, host: Token, event: PreparedNode, code: string): boolean => {
  const { event: definition, isInterrupting } = event.definition;
  if (definition?.kind === 'escalation' && definition.codeVariable)
    writeVariable(run, host.scope, definition.codeVariable, code);
  if (isInterrupting === false) {
    makeToken(run, event.id, host.scope);
    return false;
  }
  interrupt(run, host, event);
  return true;
};

const catcherOn = (node: PreparedNode, code: string): PreparedNode | undefined => {
  const fits = (wanted: string | null) => (event: PreparedNode) =>
    event.definition.event?.kind === 'escalation' && event.definition.event.code === wanted;
  return node.boundary.find(fits(code)) ?? node.boundary.find(fits(null));
};
