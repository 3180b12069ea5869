import { complete } from '../step/moves.ts';
import type { Element } from './element.ts';

/** Passes through, recorded. */
export const task: Element = { type: 'task', enter: complete };
