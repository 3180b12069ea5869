import { interrupt } from '../step/boundary.ts';
import { cancelToken } from '../step/cancel-token.ts';
import { takeCompleted } from '../step/completed.ts';
import { record } from '../step/history.ts';
import { consume, remove, scopeOf, tokenOf } from '../step/moves.ts';
import { nodeOf } from '../step/prepare.ts';
import type { PreparedNode } from '../step/prepare.ts';
import type { Run } from '../step/run.ts';
import type { Token } from '../step/state.ts';
import { undo } from '../step/undo.ts';
import type { Element } from './element.ts';
import { subProcess } from './sub-process.ts';

/** A sub-process that a cancel end undoes as a whole. An error that leaves it is a hazard: nothing is undone. */
export const transaction: Element = { ...subProcess, type: 'transaction' };

/** At the cancel end: all else inside stops, then what completed is undone. */
export const cancelTransaction = (run: Run, token: Token): void => {
  const scope = scopeOf(run, token.scope);
  scope.isListening = undefined;
  for (const other of run.state.tokens.filter((each) => each.scope === scope.id && each !== token))
    cancelToken(run, other);
  undo(run, token, takeCompleted(run, scope, undefined));
};

/** All is undone: the transaction is left by its cancel boundary event; without one, nothing goes on from there. */
export const leaveTransaction = (run: Run, token: Token, node: PreparedNode): void => {
  const host = tokenOf(run, scopeOf(run, token.scope).owner!);
  const { boundary } = nodeOf(run.prepared, host.at);
  const event = boundary.find((each) => each.definition.event?.kind === 'cancel');
  if (node.isRecorded) record(run, node, 'completed');
  remove(run, token);
  if (event !== undefined) return interrupt(run, host, event);
  cancelToken(run, host);
  consume(run, host);
};
