import { complete } from '../step/moves.ts';
import type { Element } from './element.ts';

/** Whatever it was that started it: the token goes on at once. */
export const startEvent: Element = { type: 'startEvent', enter: complete };
