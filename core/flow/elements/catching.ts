import { gather } from '../step/gather.ts';
import { complete } from '../step/moves.ts';
import { openWait } from '../step/waits.ts';
import { writeVariables } from '../step/variables.ts';
import type { Element } from './element.ts';
import { waitBodiesOf } from './events/wait-body.ts';

/** Opens its waits, and goes on with what came: with the first of several, or when all have come. */
export const catching: Required<Pick<Element, 'enter' | 'trigger'>> = {
  enter(run, token, node) {
    for (const body of waitBodiesOf(run, token, node)) openWait(run, token, body);
  },
  trigger(run, token, node, wait, variables) {
    const brought = gather(token, node, { wait, variables });
    if (brought === null) return;
    writeVariables(run, token.scope, brought.variables);
    complete(run, token, node);
  },
};
