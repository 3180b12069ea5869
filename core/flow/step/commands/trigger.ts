import { boundaryTriggered } from '../boundary.ts';
import { nodeAt } from '../moves.ts';
import type { Run } from '../run.ts';
import type { Command } from '../types.ts';

/** A wait came true: for the element the token stands at, or for a boundary event on it. */
export const trigger = (run: Run, command: Extract<Command, { type: 'trigger' }>): void => {
  for (const token of run.state.tokens) {
    const index = token.waits?.findIndex((each) => each.id === command.wait) ?? -1;
    if (index < 0) continue;
    const [wait] = token.waits!.splice(index, 1);
    if (token.waits!.length === 0) token.waits = undefined;
    if (nodeAt(run, token).definition.boundary?.includes(wait!.element)) {
      boundaryTriggered(run, token, wait!, command.variables);
    } else {
      token.todo = { do: 'trigger', wait: wait!, variables: command.variables };
      run.queue.push(token);
    }
    return;
  }
};
