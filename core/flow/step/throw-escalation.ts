import { catches, definitionOf } from '../graph/events.ts';
import { boundaryOf, interrupt } from './boundary.ts';
import { beginEventSubProcess, catcherIn } from './event-sub-processes.ts';
import { makeToken, nodeAt, scopeOf, tokenOf } from './moves.ts';
import type { PreparedNode } from './prepare.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';
import type { Variables } from './types.ts';
import { writeVariables } from './variables.ts';

/**
 * An escalation goes to the innermost catcher that fits, here or in the instances that called this one; where there
 * is none, it is only recorded. True when the thrower does not go on by itself: the catcher interrupted it, or a
 * caller has the word.
 */
export const throwEscalation = (run: Run, token: Token, code: string): boolean => {
  const found = catchEscalation(run, token, code);
  if (found !== 'uncaught') return found === 'interrupted';
  if (run.state.caller === undefined) return false;
  token.ask = ++run.state.count;
  token.asks = 'escalation';
  run.effects.push({ type: 'escalate', code, origin: { instance: run.state.instance, ask: token.ask } });
  return true;
};

/** Thrown beside the flow, where no token waits for what becomes of it. True when the catcher interrupted. */
export const throwEscalationBeside = (run: Run, token: Token, code: string): boolean => {
  const found = catchEscalation(run, token, code);
  if (found === 'uncaught' && run.state.caller !== undefined) {
    const origin = { instance: run.state.instance, ask: ++run.state.count };
    run.effects.push({ type: 'escalate', code, origin });
  }
  return found === 'interrupted';
};

type Caught = 'interrupted' | 'caught' | 'uncaught';

/** From the scope that the token stands in outwards; nothing has changed where nobody catches it. */
const catchEscalation = (run: Run, token: Token, code: string): Caught => {
  for (let from = token; ;) {
    const scope = scopeOf(run, from.scope);
    const inner = catcherIn(run, scope, { kind: 'escalation', code, from: from.at });
    if (inner !== undefined) {
      beginEventSubProcess(run, scope, inner, broughtBy(run, inner.start, code));
      return inner.isInterrupting ? 'interrupted' : 'caught';
    }
    if (scope.owner === undefined) return 'uncaught';
    from = tokenOf(run, scope.owner);
    const event = catcherOn(boundaryOf(from, nodeAt(run, from)), code);
    if (event !== undefined) return caught(run, from, event, code) ? 'interrupted' : 'caught';
  }
};

/** The same for what comes out of the activity that the token stands at. */
export const catchAtActivity = (run: Run, host: Token, code: string): Caught => {
  const event = catcherOn(boundaryOf(host, nodeAt(run, host)), code);
  if (event === undefined) return catchEscalation(run, host, code);
  return caught(run, host, event, code) ? 'interrupted' : 'caught';
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
  const event = definitionOf(run.prepared.graph.nodes[catcher]!, 'escalation');
  return event?.codeVariable ? { [event.codeVariable]: code } : {};
};

const catcherOn = (boundary: readonly PreparedNode[], code: string): PreparedNode | undefined => {
  const fits = (wanted: string | null) => (event: PreparedNode) =>
    catches(event.definition, 'escalation', wanted);
  return boundary.find(fits(code)) ?? boundary.find(fits(null));
};
