import type { MultiInstance } from '../../graph/index.ts';
import { cancelScope } from '../../step/cancel-token.ts';
import { valueOf } from '../../step/expression.ts';
import { complete, scopeOf, tokenOf } from '../../step/moves.ts';
import type { PreparedNode } from '../../step/prepare.ts';
import type { Run } from '../../step/run.ts';
import type { Scope, Token } from '../../step/state.ts';
import type { Value, Variables } from '../../step/types.ts';
import { countersOf, visibleVariables, writeVariable } from '../../step/variables.ts';
import { beginIteration, bodyDone, endIteration, handOut, madeIn, openBody } from './body.ts';
import { thrownBy } from './behavior.ts';
import { isTrue } from './is-true.ts';
import { allowMoves, checkCount } from './limits.ts';
import { sizeOf } from './size-of.ts';

/** As many as the cardinality says, or one for each element of the collection; one after the other, or all at once. */
export const beginMultiInstance = (run: Run, token: Token, node: PreparedNode, loop: MultiInstance): void => {
  const { total, items } = sizeOf(run, token, loop);
  checkCount(run, token, total, loop.isSequential ? 1 : total);
  if (total === 0) {
    if (loop.outputCollection !== undefined) writeVariable(run, token.scope, loop.outputCollection, []);
    return complete(run, token, node);
  }
  allowMoves(run, token, total);
  const body = openBody(run, token, {
    begun: 0,
    completed: 0,
    terminated: 0,
    total,
    items: loop.isSequential ? items?.slice(1) : undefined,
    results: loop.outputCollection === undefined ? undefined : [],
  });
  const atOnce = loop.isSequential ? 1 : total;
  for (let index = 0; index < atOnce; index++) beginIteration(run, body, given(loop, items?.[index]));
};

/** One has completed: what it gave is collected, events are thrown, and the others go on, begin, or are cancelled. */
export const multiInstanceDone = (run: Run, token: Token, node: PreparedNode, loop: MultiInstance): void => {
  const body = scopeOf(run, scopeOf(run, token.scope).parent!);
  const result = resultOf(run, token, loop);
  const seen = (): Variables => seenAfter(run, token, body);
  const { completionCondition } = loop;
  const isEnough = completionCondition !== undefined && isTrue(run, token, completionCondition, seen());
  const thrown = thrownBy(run, token, loop, seen);
  const owner = tokenOf(run, body.owner!);
  const number = token.iteration!;
  const made = endIteration(run, token, body);
  if (result === undefined) handOut(run, body, made);
  else body.loop!.results!.push([number, result]);
  for (const throwEvent of thrown) if (throwEvent(owner, node)) return;
  if (isEnough) terminateOthers(run, body);
  else goOn(run, body, loop);
};

const goOn = (run: Run, body: Scope, loop: MultiInstance): void => {
  const { begun, completed, total, items } = body.loop!;
  if (loop.isSequential && begun < total!) beginIteration(run, body, given(loop, items?.shift()));
  else if (begun === completed) bodyDone(run, body);
};

const terminateOthers = (run: Run, body: Scope): void => {
  const loop = body.loop!;
  loop.terminated = loop.begun - loop.completed;
  if (loop.terminated > 0) cancelScope(run, body.id, { isKept: true });
  bodyDone(run, body);
};

/** Without an `outputElement`, all that the iteration made. */
const resultOf = (run: Run, token: Token, loop: MultiInstance): Value | undefined => {
  if (loop.outputCollection === undefined) return undefined;
  if (loop.outputElement === undefined) return madeIn(scopeOf(run, token.scope));
  return valueOf(run, token, loop.outputElement);
};

/** What conditions see: the one at hand counts as completed. */
const seenAfter = (run: Run, token: Token, { loop, ...body }: Scope): Variables => ({
  ...visibleVariables(run, token.scope),
  ...countersOf({ ...body, loop: { ...loop!, completed: loop!.completed + 1 } }),
});

const given = ({ elementVariable }: MultiInstance, element: Value | undefined): Variables =>
  elementVariable === undefined || element === undefined ? {} : { [elementVariable]: element };
