import { boundaryTriggered } from '../boundary.ts';
import { nodeAt } from '../moves.ts';
import type { Run } from '../run.ts';
import type { OpenWait, Token } from '../state.ts';
import type { Command, Variables } from '../types.ts';

/** A wait came true: for the element the token stands at, or for a boundary event on it. */
export const trigger = (run: Run, command: Extract<Command, { type: 'trigger' }>): void => {
  for (const token of run.state.tokens) {
    const index = token.waits?.findIndex((each) => each.id === command.wait) ?? -1;
    if (index < 0) continue;
    const wait = token.waits![index]!;
    takeWait(token, wait);
    triggered(run, token, wait, command.variables);
    return;
  }
  run.isLate = true;
};

/** The wait is used up: the token no longer has it. */
export const takeWait = (token: Token, wait: OpenWait): void => {
  token.waits = token.waits?.filter((each) => each !== wait);
  if (token.waits?.length === 0) token.waits = undefined;
};

/** Goes on with what came, at the element of the token or at the boundary event. */
export const triggered = (run: Run, token: Token, wait: OpenWait, variables: Variables): void => {
  if (nodeAt(run, token).definition.boundary?.includes(wait.element))
    boundaryTriggered(run, token, wait, variables);
  else {
    token.todo = { do: 'trigger', wait, variables };
    run.queue.push(token);
  }
};
