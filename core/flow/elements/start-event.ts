import { complete } from '../step/moves.ts';
import { openWait } from '../step/waits.ts';
import { catching } from './catching.ts';
import type { Element } from './element.ts';
import { waitBodiesOf } from './events/wait-body.ts';

/**
 * Whatever it was that started it: the token goes on at once. Where all of several must happen, the first makes the
 * instance, which waits here for the others.
 */
export const startEvent: Element = {
  type: 'startEvent',
  enter(run, token, node) {
    const { gathered } = token;
    if (gathered === undefined) return complete(run, token, node);
    for (const body of waitBodiesOf(run, token, node))
      if (!gathered.some(({ wait }) => wait.part === body.part)) openWait(run, token, body);
  },
  trigger: catching.trigger,
};
