import { complete } from '../step/moves.ts';
import { catching } from './catching.ts';
import type { Element } from './element.ts';

/** Timer, message, signal; a link is where its throwing partner has put the token. */
export const intermediateCatchEvent: Element = {
  type: 'intermediateCatchEvent',
  ...catching,
  enter(run, token, node) {
    if (node.definition.event?.kind === 'link') complete(run, token, node);
    else catching.enter(run, token, node);
  },
};
