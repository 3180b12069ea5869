import { complete } from '../step/moves.ts';
import { openWait } from '../step/waits.ts';
import { writeVariables } from '../step/variables.ts';
import type { Element } from './element.ts';
import { waitBodyOf } from './events/wait-body.ts';

/** Opens its wait, and goes on with what came. */
export const catching: Pick<Element, 'enter' | 'trigger'> = {
  enter(run, token, node) {
    openWait(run, token, waitBodyOf(run, token, node));
  },
  trigger(run, token, node, _wait, variables) {
    writeVariables(run, token.scope, variables);
    complete(run, token, node);
  },
};
