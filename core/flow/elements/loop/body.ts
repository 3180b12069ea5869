import { forgetScope } from '../../step/cancel-token.ts';
import { handUp } from '../../step/completed.ts';
import { complete, makeToken, remove, scopeOf, tokenOf } from '../../step/moves.ts';
import { needParts } from '../../step/parts.ts';
import type { PreparedNode } from '../../step/prepare.ts';
import type { Run } from '../../step/run.ts';
import type { Loop, Scope, Token } from '../../step/state.ts';
import type { Variables } from '../../step/types.ts';
import { writeVariable, writeVariables } from '../../step/variables.ts';

/** The scope around all iterations of an activity: it says how far they are. */
export const openBody = (run: Run, token: Token, loop: Loop): Scope => {
  const body: Scope = {
    id: ++run.rough.count,
    node: token.at,
    parent: token.scope,
    owner: token.id,
    variables: {},
    own: undefined,
    loop,
  };
  run.rough.scopes.push(body);
  token.inner = body.id;
  return body;
};

/** What it is given is its own and does not leave it: the counter, and the element. */
export const beginIteration = (run: Run, body: Scope, given: Variables = {}): void => {
  const number = ++body.loop!.begun;
  const variables: Variables = { ...given, loopCounter: number };
  const scope: Scope = {
    id: ++run.rough.count,
    node: body.node,
    parent: body.id,
    owner: body.owner,
    variables,
    own: Object.keys(variables),
    iteration: number,
    live: 0,
  };
  run.rough.scopes.push(scope);
  const token = makeToken(run, body.node, scope.id);
  token.iteration = number;
  // The activity as a whole holds the waits of its boundary events.
  token.isArmed = true;
};

/** Ends an iteration. Answers what was made in it. */
export const endIteration = (run: Run, token: Token, { loop }: Scope): Variables => {
  const scope = scopeOf(run, token.scope);
  const made = madeIn(scope);
  handUp(run, scope);
  remove(run, token);
  forgetScope(run, token.scope);
  loop!.completed++;
  return made;
};

export const madeIn = ({ variables, own }: Scope): Variables =>
  Object.fromEntries(Object.entries(variables).filter(([name]) => !own?.includes(name)));

/** What was made in an iteration is there for the next, and for whatever comes behind the activity. */
export const handOut = (run: Run, body: Scope, made: Variables): void =>
  writeVariables(run, body.parent!, made);

/** No iteration is left: the activity as a whole is done. */
export const bodyDone = (run: Run, body: Scope): void => {
  const owner = tokenOf(run, body.owner!);
  owner.todo = { do: 'inner' };
  run.queue.push(owner);
};

export const endLoop = (run: Run, token: Token, node: PreparedNode): void => {
  const { loop } = node.definition;
  needParts(run.state, (body) => body === token.inner);
  const body = scopeOf(run, token.inner!);
  const { results = [] } = body.loop!;
  handUp(run, body);
  forgetScope(run, token.inner!);
  token.inner = undefined;
  if (loop?.kind === 'multi' && loop.outputCollection !== undefined) {
    const inOrder = results.toSorted(([one], [other]) => one - other);
    writeVariable(
      run,
      token.scope,
      loop.outputCollection,
      inOrder.map(([, value]) => value),
    );
  }
  complete(run, token, node);
};
