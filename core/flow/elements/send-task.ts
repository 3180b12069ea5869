import { complete } from '../step/moves.ts';
import { calling } from './calling.ts';
import type { Element } from './element.ts';
import { throwMessage } from './events/message.ts';

/** By a task type where it has one, else it sends its message to another flow. */
export const sendTask: Element = {
  type: 'sendTask',
  ...calling,
  enter(run, token, node) {
    if (node.definition.task !== undefined) return calling.enter(run, token, node);
    throwMessage(run, token, node, node.definition.message!);
    complete(run, token, node);
  },
};
