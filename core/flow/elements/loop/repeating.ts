import type { FlowNode } from '../../graph/index.ts';
import type { Element } from '../element.ts';
import { endLoop } from './body.ts';
import { beginMultiInstance, multiInstanceDone } from './multi-instance.ts';
import { beginStandardLoop, standardLoopDone } from './standard-loop.ts';

/**
 * Any activity, done several times. The token that arrived stands on the activity as a whole and holds its boundary
 * events; each iteration is a token of its own at the same element, in a scope of its own, for which the activity
 * does what it always does.
 */
export const repeating = (activity: Element, { loop }: FlowNode): Element => ({
  ...activity,
  enter(run, token, node) {
    if (token.iteration !== undefined) activity.enter(run, token, node);
    else if (loop!.kind === 'standard') beginStandardLoop(run, token, node, loop!);
    else beginMultiInstance(run, token, node, loop!);
  },
  next(run, token, node) {
    if (loop!.kind === 'standard') standardLoopDone(run, token, loop!);
    else multiInstanceDone(run, token, node, loop!);
  },
  inner(run, token, node) {
    if (token.iteration === undefined) endLoop(run, token, node);
    else activity.inner!(run, token, node);
  },
});
