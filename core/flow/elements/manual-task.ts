import { complete } from '../step/moves.ts';
import type { Element } from './element.ts';

/** Somebody does it without telling the system: it passes through, recorded. */
export const manualTask: Element = { type: 'manualTask', enter: complete };
