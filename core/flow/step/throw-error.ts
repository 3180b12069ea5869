import { catches, definitionOf } from '../graph/events.ts';
import { boundaryOf } from './boundary.ts';
import { cancelScope, cancelToken, failToken } from './cancel-token.ts';
import { beginEventSubProcess, catcherIn } from './event-sub-processes.ts';
import { makeToken, nodeAt, scopeOf, tokenOf } from './moves.ts';
import type { PreparedNode } from './prepare.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';
import type { BpmnError, Variables } from './types.ts';
import { writeVariables } from './variables.ts';

/** An error of the process: to the innermost catcher that fits, else the instance has failed. */
export const throwError = (run: Run, token: Token, error: BpmnError): void => {
  if (!catchError(run, token, error)) fail(run, token, error);
};

/** Hands the error to the innermost catcher; false, with nothing changed, where there is none. */
export const catchError = (run: Run, token: Token, error: BpmnError): boolean => {
  for (let host: Token | undefined = token; host !== undefined; host = ownerOf(run, host)) {
    const event = catcherOn(boundaryOf(host, nodeAt(run, host)), error.code);
    if (event !== undefined) {
      caught(run, { thrower: token, host, event, error });
      return true;
    }
    const scope = scopeOf(run, host.scope);
    const inner = catcherIn(run, scope, { kind: 'error', code: error.code, from: host.at });
    if (inner === undefined) continue;
    failToken(run, token, error);
    beginEventSubProcess(run, scope, inner, broughtBy(run, inner.start, error));
    return true;
  }
  return false;
};

/** Ends the instance with the error. */
export const fail = (run: Run, token: Token, error: BpmnError): void => {
  failToken(run, token, error);
  cancelScope(run, run.state.scopes[0]!.id);
  run.state.scopes.length = 1;
  run.state.status = 'failed';
  run.effects.push({ type: 'ended', state: 'failed', error });
};

const caught = (
  run: Run,
  what: { thrower: Token; host: Token; event: PreparedNode; error: BpmnError },
): void => {
  const { thrower, host, event, error } = what;
  const { scope } = host;
  failToken(run, thrower, error);
  if (thrower !== host) cancelToken(run, host);
  writeVariables(run, scope, broughtBy(run, event.id, error));
  makeToken(run, event.id, scope);
};

/** What its catcher wants to know of the error. */
const broughtBy = (run: Run, catcher: string, error: BpmnError): Variables => {
  const event = definitionOf(run.prepared.graph.nodes[catcher]!, 'error');
  const variables: Variables = {};
  if (event === undefined) return variables;
  if (event.codeVariable) variables[event.codeVariable] = error.code;
  if (event.messageVariable) variables[event.messageVariable] = error.message;
  return variables;
};

/** A catcher for exactly this code goes before one for all. */
const catcherOn = (boundary: readonly PreparedNode[], code: string): PreparedNode | undefined => {
  const fits = (wanted: string | null) => (event: PreparedNode) => catches(event.definition, 'error', wanted);
  return boundary.find(fits(code)) ?? boundary.find(fits(null));
};

const ownerOf = (run: Run, token: Token): Token | undefined => {
  const { owner } = scopeOf(run, token.scope);
  return owner === undefined ? undefined : tokenOf(run, owner);
};
