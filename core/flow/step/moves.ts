/** How tokens come, go and are asked for; every element is written in these words. */
import { takeOut } from './gone.ts';
import { iterationOf, record } from './history.ts';
import { indexOfId } from './index-of-id.ts';
import { nodeOf } from './prepare.ts';
import type { PreparedFlow, PreparedNode } from './prepare.ts';
import type { Run } from './run.ts';
import type { OpenWait, Scope, Token } from './state.ts';

/** All members are there from the start: tokens keep one hidden class, and absent ones vanish in JSON. */
export const makeToken = (run: Run, at: string, scope: number): Token => {
  const token: Token = {
    id: ++run.rough.count,
    at,
    scope,
    via: undefined,
    isEntered: undefined,
    isArmed: undefined,
    isBegun: undefined,
    iteration: undefined,
    todo: undefined,
    ask: undefined,
    asks: undefined,
    known: undefined,
    waits: undefined,
    incident: undefined,
    consumed: undefined,
    gathered: undefined,
    inner: undefined,
    into: undefined,
    role: undefined,
    undo: undefined,
  };
  run.rough.tokens.push(token);
  run.queue.push(token);
  const inside = scopeOf(run, scope);
  if (inside.live !== undefined) inside.live++;
  return token;
};

/** A token that waits beside the flow: its scope ends without it. */
export const makeGuard = (run: Run, at: string, scope: Scope): void => {
  const { live } = scope;
  makeToken(run, at, scope.id).role = 'guard';
  scope.live = live;
};

/** Whether history tells what this token does at the element: an activity that repeats is told by its iterations. */
export const isShown = (token: Token, node: PreparedNode): boolean =>
  token.role === undefined && (token.iteration === undefined ? node.isRecorded : node.isIterationRecorded);

/** The element is done: it is recorded, its boundary events close, and the token goes on. */
export const complete = (run: Run, token: Token, node: PreparedNode): void => {
  // First: it may have to ask, and then all of this is done again.
  if (node.element.carryOut !== undefined) node.element.carryOut(run, token, node);
  if (token.waits !== undefined) closeWaits(run, token);
  if (node.element.completed !== undefined) node.element.completed(run, token, node);
  if (token.iteration !== undefined) return completeIteration(run, token, node);
  if (node.isRecorded) record(run, node, 'completed');
  if (node.single !== null) take(run, token, node, node.single);
  else if (node.outgoing.length === 0) consume(run, token);
  else {
    // Choosing may ask, and what was done so far must not be done again.
    token.todo = { do: 'leave' };
    run.queue.push(token);
  }
};

/** What comes next may ask, and what was done so far must not be done again; but nobody else moves in between. */
const completeIteration = (run: Run, token: Token, node: PreparedNode): void => {
  if (node.isIterationRecorded) record(run, node, 'completed');
  token.todo = { do: 'next' };
  run.atOnce = token;
};

/** Moves the token over a sequence flow. */
export const take = (run: Run, token: Token, node: PreparedNode, flow: PreparedFlow): void => {
  if (node.isFlowRecorded) recordTaken(run, flow);
  place(run, token, flow.target, flow.id);
};

/** One token on each of the flows: the one at hand on the first, new ones on the others. */
export const takeAll = (run: Run, token: Token, node: PreparedNode, flows: readonly PreparedFlow[]): void => {
  const { scope } = token;
  for (let index = 0; index < flows.length; index++) {
    const flow = flows[index]!;
    if (index === 0) take(run, token, node, flow);
    else {
      if (node.isFlowRecorded) recordTaken(run, flow);
      makeToken(run, flow.target, scope).via = flow.id;
    }
  }
};

/** Puts the token at an element as if it had just arrived. */
export const place = (run: Run, token: Token, at: string, via: string | undefined): void => {
  token.at = at;
  token.via = via;
  token.isEntered = undefined;
  token.isArmed = undefined;
  token.isBegun = undefined;
  token.todo = undefined;
  token.known = undefined;
  run.queue.push(token);
};

/** The token ends here; when it was the last of its scope, so does the scope. */
export const consume = (run: Run, token: Token): void => {
  remove(run, token);
  const scope = scopeOf(run, token.scope);
  scope.live ??= run.state.tokens.filter((each) => each.scope === scope.id && each.role !== 'guard').length;
  if (scope.live === 0) endScope(run, scope);
};

/** A token that is gone keeps no place: whoever still holds it sees that by `at`. */
export const remove = (run: Run, token: Token): void => {
  const { tokens } = run.rough;
  const index = indexOfId(tokens, token.id);
  token.at = '';
  if (index < 0 || run.gone?.tokens.has(token.id)) return;
  takeOut(run, 'tokens', index);
  const scope = scopeOf(run, token.scope);
  if (scope.live !== undefined && token.role !== 'guard') scope.live--;
};

export const endScope = (run: Run, scope: Scope): void => {
  if (scope.adHoc !== undefined) return lookInto(run, tokenOf(run, scope.owner!));
  if (scope.isListening) dropGuards(run, scope);
  if (scope.owner === undefined) {
    run.state.status = 'completed';
    run.effects.push({ type: 'ended', state: 'completed' });
    return;
  }
  const owner = tokenOf(run, scope.owner);
  owner.todo = { do: 'inner' };
  run.queue.push(owner);
};

/** Something happened inside an ad-hoc sub-process: it looks once, with what is so then, at what comes next. */
export const lookInto = (run: Run, owner: Token): void => {
  const isQueued = owner.todo !== undefined && owner.ask === undefined;
  owner.todo = { do: 'inner' };
  if (isQueued || owner.incident !== undefined) return;
  if (owner.ask !== undefined) run.effects.push({ type: 'abandon', ask: owner.ask });
  owner.ask = undefined;
  owner.asks = undefined;
  owner.known = undefined;
  run.queue.push(owner);
};

/** Whoever began to wait for an event sub-process does so no longer. */
export const dropGuards = (run: Run, scope: Scope): void => {
  scope.isListening = undefined;
  const guards = run.state.tokens.filter((token) => token.scope === scope.id && token.role === 'guard');
  for (const guard of guards) withdraw(run, guard);
};

/** Takes a token out with all that hangs on it: waits, a question, an incident that is its alone. */
export const withdraw = (run: Run, token: Token): void => {
  detach(run, token);
  const { incident } = token;
  remove(run, token);
  if (incident !== undefined && !run.state.tokens.some((each) => each.incident === incident))
    run.effects.push({ type: 'resolve', incident });
};

/** Nothing that it waits for or asked will come any more. */
export const detach = (run: Run, token: Token): void => {
  closeWaits(run, token);
  if (token.ask !== undefined)
    run.effects.push({ type: 'abandon', ask: token.ask, isFlow: token.asks === 'flow' });
};

export const closeWaits = (run: Run, token: Token): void => {
  for (const wait of token.waits ?? []) closeWait(run, wait);
  token.waits = undefined;
};

export const closeWait = (run: Run, { id, watch }: OpenWait): void => {
  run.effects.push({ type: 'close', wait: id });
  if (watch?.ask !== undefined) run.effects.push({ type: 'abandon', ask: watch.ask });
  if (watch?.incident !== undefined) run.effects.push({ type: 'resolve', incident: watch.incident });
};

export const scopeOf = (run: Run, id: number): Scope => {
  const { scopes } = run.rough;
  if (scopes[0]!.id === id) return scopes[0]!;
  const scope = scopes[indexOfId(scopes, id)];
  if (scope === undefined || run.gone?.scopes.has(id))
    throw new Error(`instance ${run.rough.instance} has no scope ${id}`);
  return scope;
};

export const tokenOf = (run: Run, id: number): Token => {
  const token = run.rough.tokens[indexOfId(run.rough.tokens, id)];
  if (token === undefined || run.gone?.tokens.has(id))
    throw new Error(`instance ${run.rough.instance} has no token ${id}`);
  return token;
};

export const nodeAt = (run: Run, token: Token): PreparedNode => nodeOf(run.prepared, token.at);

const recordTaken = (run: Run, flow: PreparedFlow): void => {
  run.effects.push({
    type: 'history',
    entry: {
      element: flow.id,
      type: 'sequenceFlow',
      event: 'taken',
      at: run.now,
      iteration: run.prepared.hasLoop ? iterationOf(run) : undefined,
      data: undefined,
    },
  });
};
