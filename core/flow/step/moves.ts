/** How tokens come, go and are asked for; every element is written in these words. */
import { record } from './history.ts';
import { nodeOf } from './prepare.ts';
import type { PreparedFlow, PreparedNode } from './prepare.ts';
import type { Run } from './run.ts';
import type { OpenWait, Scope, Token } from './state.ts';

/** All members are there from the start: tokens keep one hidden class, and absent ones vanish in JSON. */
export const makeToken = (run: Run, at: string, scope: number): Token => {
  const token: Token = {
    id: ++run.state.count,
    at,
    scope,
    via: undefined,
    isEntered: undefined,
    isArmed: undefined,
    todo: undefined,
    ask: undefined,
    asks: undefined,
    known: undefined,
    waits: undefined,
    incident: undefined,
    inner: undefined,
    role: undefined,
  };
  run.state.tokens.push(token);
  run.queue.push(token);
  return token;
};

/** The element is done: it is recorded, its boundary events close, and the token goes on. */
export const complete = (run: Run, token: Token, node: PreparedNode): void => {
  if (token.waits !== undefined) closeWaits(run, token);
  if (node.isRecorded) record(run, node, 'completed');
  if (node.single !== null) take(run, token, node, node.single);
  else if (node.outgoing.length === 0) consume(run, token);
  else {
    // Choosing may ask, and what was done so far must not be done again.
    token.todo = { do: 'leave' };
    run.queue.push(token);
  }
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
  token.todo = undefined;
  token.known = undefined;
  run.queue.push(token);
};

/** The token ends here; when it was the last of its scope, so does the scope. */
export const consume = (run: Run, token: Token): void => {
  remove(run, token);
  const scope = token.scope;
  const { tokens } = run.state;
  for (let index = 0; index < tokens.length; index++)
    if (tokens[index]!.scope === scope && tokens[index]!.role !== 'guard') return;
  endScope(run, scopeOf(run, scope));
};

/** A token that is gone keeps no place: whoever still holds it sees that by `at`. */
export const remove = (run: Run, token: Token): void => {
  const { tokens } = run.state;
  const index = tokens.indexOf(token);
  if (index === tokens.length - 1) tokens.pop();
  else if (index >= 0) tokens.splice(index, 1);
  token.at = '';
};

export const endScope = (run: Run, scope: Scope): void => {
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

/** Whoever began to wait for an event sub-process does so no longer. */
const dropGuards = (run: Run, scope: Scope): void => {
  scope.isListening = undefined;
  const guards = run.state.tokens.filter((token) => token.scope === scope.id && token.role === 'guard');
  for (const guard of guards) withdraw(run, guard);
};

/** Takes a token out with all that hangs on it: waits, a question, an incident that is its alone. */
export const withdraw = (run: Run, token: Token): void => {
  closeWaits(run, token);
  if (token.ask !== undefined)
    run.effects.push({ type: 'abandon', ask: token.ask, isFlow: token.asks === 'flow' });
  const { incident } = token;
  remove(run, token);
  if (incident !== undefined && !run.state.tokens.some((each) => each.incident === incident))
    run.effects.push({ type: 'resolve', incident });
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
  const { scopes } = run.state;
  if (scopes[0]!.id === id) return scopes[0]!;
  const scope = scopes.find((each) => each.id === id);
  if (scope === undefined) throw new Error(`instance ${run.state.instance} has no scope ${id}`);
  return scope;
};

export const tokenOf = (run: Run, id: number): Token => {
  const token = run.state.tokens.find((each) => each.id === id);
  if (token === undefined) throw new Error(`instance ${run.state.instance} has no token ${id}`);
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
      iteration: undefined,
      data: undefined,
    },
  });
};
