import { cancelScope } from '../cancel-token.ts';
import { dropLook } from '../conditions.ts';
import { recordAct } from '../history.ts';
import { complete, detach, nodeAt, withdraw } from '../moves.ts';
import type { Watching } from '../look.ts';
import type { Run } from '../run.ts';
import type { Token } from '../state.ts';
import type { Command, Variables } from '../types.ts';
import { writeVariables } from '../variables.ts';

/** Somebody did by hand what the element could not: it is recorded as completed, and its token goes on behind it. */
export const resolve = (run: Run, { incident, variables }: Extract<Command, { type: 'resolve' }>): void => {
  const looked = dropLook(run, incident);
  if (looked !== undefined) return goOnWaiting(run, looked, variables ?? {});
  const stopped = run.state.tokens.filter((token) => token.incident === incident);
  run.isLate = stopped.length === 0;
  if (run.isLate) return;
  recordAct(run, 'resolved', { elements: elementsOf(stopped) });
  run.effects.push({ type: 'resolve', incident });
  for (const token of stopped) if (token.at !== '') goOn(run, token, variables ?? {});
};

/** A catch event has happened, by word of mouth; what else has a condition, such as a boundary event, waits on. */
const goOnWaiting = (run: Run, { token, wait }: Watching, variables: Variables): void => {
  recordAct(run, 'resolved', { elements: [wait.element] });
  if (wait.element === token.at && token.role === undefined) goOn(run, token, variables);
  else writeVariables(run, token.scope, variables);
};

export const elementsOf = (tokens: readonly Token[]): string[] => [...new Set(tokens.map(({ at }) => at))];

const goOn = (run: Run, token: Token, variables: Variables): void => {
  const node = nodeAt(run, token);
  token.incident = undefined;
  token.known = undefined;
  writeVariables(run, token.scope, variables);
  // An event sub-process that could not be waited for: nobody begins it by hand, so it is waited for no longer.
  if (token.role === 'guard') return withdraw(run, token);
  // Choosing the way, or whether it was the last time, is a thing of its own: with what was set it is chosen anew.
  const isDone = token.todo?.do === 'leave' || token.todo?.do === 'next';
  const isChoosing = isDone || node.type.endsWith('Gateway');
  if (isChoosing) return void run.queue.push(token);
  if (token.inner !== undefined) cancelScope(run, token.inner);
  token.inner = undefined;
  token.todo = undefined;
  detach(run, token);
  token.ask = undefined;
  complete(run, token, node);
  // An iteration that is done comes at its turn: one incident may have stopped several.
  if (run.atOnce === token) {
    run.atOnce = null;
    run.queue.push(token);
  }
};
