import { definitionOf } from '../graph/events.ts';
import { cancelScope } from '../step/cancel-token.ts';
import { record } from '../step/history.ts';
import { complete, endScope, remove, scopeOf } from '../step/moves.ts';
import type { PreparedNode } from '../step/prepare.ts';
import type { Run } from '../step/run.ts';
import type { Token } from '../step/state.ts';
import { throwError } from '../step/throw-error.ts';
import { throwEscalation } from '../step/throw-escalation.ts';
import type { Element } from './element.ts';
import { throwCompensation } from './events/compensation.ts';
import { throwMessage } from './events/message.ts';
import { throwSeveral } from './events/throw-several.ts';
import { throwSignal } from './events/signal.ts';
import { cancelTransaction, leaveTransaction } from './transaction.ts';

/** None, several, terminate, error, message, signal, escalation, compensation, cancel. */
export const endEvent: Element = {
  type: 'endEvent',
  enter(run, token, node) {
    const { events } = node.definition;
    const event = events === undefined ? node.definition.event : throwSeveral(run, token, node, events);
    if (event === null) return;
    switch (event?.kind) {
      case 'terminate':
        return terminate(run, token, node);
      case 'error':
        return throwError(run, token, { code: event.code ?? '', message: event.message ?? '' });
      case 'message':
        throwMessage(run, token, node, event);
        break;
      case 'signal':
        throwSignal(run, token, event);
        break;
      case 'compensation':
        return throwCompensation(run, token, node, event);
      case 'cancel':
        return cancelTransaction(run, token);
      case 'escalation':
        if (throwEscalation(run, token, event.code ?? '')) return;
    }
    complete(run, token, node);
  },
  inner(run, token, node) {
    if (definitionOf(node.definition, 'cancel') !== undefined) leaveTransaction(run, token, node);
    else complete(run, token, node);
  },
};

/** Ends its own scope only: all other tokens in it are cancelled. */
const terminate = (run: Run, token: Token, node: PreparedNode): void => {
  const scope = scopeOf(run, token.scope);
  if (node.isRecorded) record(run, node, 'completed');
  remove(run, token);
  cancelScope(run, scope.id, { isKept: true });
  endScope(run, scope);
};
