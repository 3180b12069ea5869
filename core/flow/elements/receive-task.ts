import { catching } from './catching.ts';
import type { Element } from './element.ts';

/** Awaits its message; without one, it waits until somebody completes it. */
export const receiveTask: Element = { type: 'receiveTask', ...catching };
