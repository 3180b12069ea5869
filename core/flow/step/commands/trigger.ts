import { boundaryOf, boundaryTriggered } from '../boundary.ts';
import { nodeAt } from '../moves.ts';
import { tokenWaiting } from '../number-index.ts';
import type { Run } from '../run.ts';
import type { OpenWait, Token } from '../state.ts';
import type { Command, Variables } from '../types.ts';

/** A wait came true: for the element the token stands at, or for a boundary event on it. */
export const trigger = (run: Run, command: Extract<Command, { type: 'trigger' }>): void => {
  const token = tokenWaiting(run.state, command.wait);
  if (token === undefined) {
    run.isLate = true;
    return;
  }
  const wait = token.waits!.find((each) => each.id === command.wait)!;
  takeWait(token, wait);
  triggered(run, token, wait, command.variables);
};

/** The wait is used up: the token no longer has it. */
export const takeWait = (token: Token, wait: OpenWait): void => {
  token.waits = token.waits?.filter((each) => each !== wait);
  if (token.waits?.length === 0) token.waits = undefined;
};

/** Goes on with what came, at the element of the token or at the boundary event. */
export const triggered = (run: Run, token: Token, wait: OpenWait, variables: Variables): void => {
  if (boundaryOf(token, nodeAt(run, token)).some((event) => event.id === wait.element))
    boundaryTriggered(run, token, wait, variables);
  else {
    token.todo = { do: 'trigger', wait, variables };
    run.queue.push(token);
  }
};
