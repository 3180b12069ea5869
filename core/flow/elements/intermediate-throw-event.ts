import { record } from '../step/history.ts';
import { complete, place } from '../step/moves.ts';
import { throwEscalation } from '../step/throw-escalation.ts';
import type { Element } from './element.ts';
import { throwCompensation } from './events/compensation.ts';
import { throwMessage } from './events/message.ts';
import { throwSeveral } from './events/throw-several.ts';
import { throwSignal } from './events/signal.ts';

/** None (a milestone in the history), several, message, signal, escalation, compensation, link. */
export const intermediateThrowEvent: Element = {
  type: 'intermediateThrowEvent',
  enter(run, token, node) {
    const { events } = node.definition;
    const event = events === undefined ? node.definition.event : throwSeveral(run, token, node, events);
    if (event === null) return;
    if (event?.kind === 'message') throwMessage(run, token, node, event);
    else if (event?.kind === 'signal') throwSignal(run, token, event);
    else if (event?.kind === 'escalation' && throwEscalation(run, token, event.code ?? '')) return;
    else if (event?.kind === 'compensation') return throwCompensation(run, token, node, event);
    else if (event?.kind === 'link') {
      if (node.isRecorded) record(run, node, 'completed');
      return place(run, token, event.target!, undefined);
    }
    complete(run, token, node);
  },
  inner: complete,
};
