import type { StandardLoop } from '../../graph/index.ts';
import { complete, scopeOf } from '../../step/moves.ts';
import type { PreparedNode } from '../../step/prepare.ts';
import type { Run } from '../../step/run.ts';
import type { Token } from '../../step/state.ts';
import { visibleVariables } from '../../step/variables.ts';
import { beginIteration, bodyDone, endIteration, handOut, openBody } from './body.ts';
import { isTrue } from './is-true.ts';
import { allowMoves } from './limits.ts';

/** As long as its condition is true and its maximum is not reached; at least once unless it is tested before. */
export const beginStandardLoop = (run: Run, token: Token, node: PreparedNode, loop: StandardLoop): void => {
  if (loop.maximum === 0 || (loop.testBefore && !goesOn(run, token, loop, 0)))
    return complete(run, token, node);
  allowMoves(run, token, loop.maximum ?? 0);
  beginIteration(run, openBody(run, token, { begun: 0, completed: 0, terminated: 0 }));
};

export const standardLoopDone = (run: Run, token: Token, loop: StandardLoop): void => {
  const body = scopeOf(run, scopeOf(run, token.scope).parent!);
  const isNext = goesOn(run, token, loop, body.loop!.begun);
  handOut(run, body, endIteration(run, token, body));
  if (isNext) beginIteration(run, body);
  else bodyDone(run, body);
};

/** The condition sees how many iterations there were. */
const goesOn = (
  run: Run,
  token: Token,
  { maximum, condition }: StandardLoop,
  loopCounter: number,
): boolean => {
  if (maximum !== undefined && loopCounter >= maximum) return false;
  if (condition === undefined) return true;
  return isTrue(run, token, condition, { ...visibleVariables(run, token.scope), loopCounter });
};
