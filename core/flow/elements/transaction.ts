import { interrupt } from '../step/boundary.ts';
import { cancelScope, cancelToken } from '../step/cancel-token.ts';
import { takeCompleted } from '../step/completed.ts';
import { record } from '../step/history.ts';
import { consume, remove, scopeOf, tokenOf } from '../step/moves.ts';
import { nodeOf } from '../step/prepare.ts';
import { needParts } from '../step/parts.ts';
import type { PreparedNode } from '../step/prepare.ts';
import type { Run } from '../step/run.ts';
import type { Completed, Token } from '../step/state.ts';
import { undo } from '../step/undo.ts';
import type { Element } from './element.ts';
import { subProcess } from './sub-process.ts';

/** A sub-process that a cancel end undoes as a whole. An error that leaves it is a hazard: nothing is undone. */
export const transaction: Element = { ...subProcess, type: 'transaction' };

/**
 * At the cancel end: all else inside stops, then what completed is undone. A transaction that repeats is cancelled as a
 * whole, whichever of its iterations says so.
 */
export const cancelTransaction = (run: Run, token: Token): void => {
  const scope = scopeOf(run, token.scope);
  const before = stopOtherIterations(run, tokenOf(run, scope.owner!));
  scope.isListening = undefined;
  for (const other of run.state.tokens.filter((each) => each.scope === scope.id && each !== token))
    cancelToken(run, other);
  undo(run, token, [...before, ...takeCompleted(run, scope, undefined)]);
};

/** All is undone: the transaction is left by its cancel boundary event; without one, nothing goes on from there. */
export const leaveTransaction = (run: Run, token: Token, node: PreparedNode): void => {
  const host = tokenOf(run, scopeOf(run, token.scope).owner!);
  const whole = host.iteration === undefined ? host : tokenOf(run, scopeOf(run, host.scope).owner!);
  const { boundary } = nodeOf(run.prepared, whole.at);
  const event = boundary.find((each) => each.definition.event?.kind === 'cancel');
  if (node.isRecorded) record(run, node, 'completed');
  remove(run, token);
  if (event !== undefined) return interrupt(run, whole, event);
  cancelToken(run, whole);
  consume(run, whole);
};

/** Answers what had completed in them, in those that are done and in those that still ran. */
const stopOtherIterations = (run: Run, host: Token): Completed[] => {
  if (host.iteration === undefined) return [];
  const body = scopeOf(run, scopeOf(run, host.scope).parent!);
  needParts(run.state, (each) => each === body.id);
  const others = run.state.scopes.filter(({ parent, id }) => parent === body.id && id !== host.scope);
  const begun = run.state.tokens.filter(({ scope }) => others.some(({ id }) => id === scope));
  const completed = [body.id, ...begun.flatMap(({ inner }) => inner ?? [])].flatMap((id) =>
    takeCompleted(run, scopeOf(run, id), undefined),
  );
  for (const { id } of others) cancelScope(run, id);
  return completed;
};
