import { complete } from '../step/moves.ts';
import { writeVariables } from '../step/variables.ts';
import { openWait } from '../step/waits.ts';
import type { Element } from './element.ts';
import { workItemOf } from './work-item.ts';

/** A work item; what the person filled in becomes variables. */
export const userTask: Element = {
  type: 'userTask',
  enter(run, token, node) {
    openWait(run, token, { element: node.id, body: workItemOf(run, token, node) });
  },
  trigger(run, token, node, _wait, variables) {
    writeVariables(run, token.scope, variables);
    complete(run, token, node);
  },
};
