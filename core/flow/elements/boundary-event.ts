import { complete } from '../step/moves.ts';
import type { Element } from './element.ts';

/** A token comes here only once the event has happened; its activity held the wait. */
export const boundaryEvent: Element = { type: 'boundaryEvent', enter: complete };
