import { interrupt } from './boundary.ts';
import { beginEventSubProcess, catcherIn } from './event-sub-processes.ts';
import { makeToken, nodeAt, scopeOf, tokenOf } from './moves.ts';
import type { PreparedNode } from './prepare.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';
import type { Variables } from './types.ts';
import { writeVariables } from './variables.ts';

/**
 * An escalation goes to the innermost catcher that fits; where there is none, it is only recorded. True when
 * the catcher interrupted, and the thrower with it.
 */
export const throwEscalation = (run: Run, token: Token, code: string): boolean => {
  for (let from = token; ;) {
    const scope = scopeOf(run, from.scope);
    const inner = catcherIn(run, scope, { kind: 'escalation', code, from: from.at });
    if (inner !== undefined) {
      beginEventSubProcess(run, scope, inner, broughtBy(run, inner.start, code));
      return inner.isInterrupting;
    }
    if (scope.owner === undefined) return false;
    from = tokenOf(run, scope.owner);
    const event = catcherOn(nodeAt(run, from), code);
    if (event !== undefined) return caught(run, from, event, code);
  }
};

const caught = (run: Run, host: Token, event: PreparedNode, code: string): boolean => {
  writeVariables(run, host.scope, broughtBy(run, event.id, code));
  if (event.definition.isInterrupting === false) {
    makeToken(run, event.id, host.scope);
    return false;
  }
  interrupt(run, host, event);
  return true;
};

const broughtBy = (run: Run, catcher: string, code: string): Variables => {
  const { event } = run.prepared.graph.nodes[catcher]!;
  return event?.kind === 'escalation' && event.codeVariable ? { [event.codeVariable]: code } : {};
};

const catcherOn = (node: PreparedNode, code: string): PreparedNode | undefined => {
  const fits = (wanted: string | null) => (event: PreparedNode) =>
    event.definition.event?.kind === 'escalation' && event.definition.event.code === wanted;
  return node.boundary.find(fits(code)) ?? node.boundary.find(fits(null));
};
