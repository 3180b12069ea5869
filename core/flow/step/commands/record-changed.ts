import type { Run } from '../run.ts';
import type { Command } from '../types.ts';

/** A record that a condition is about has changed: the condition is looked at. */
export const recordChanged = (run: Run, command: Extract<Command, { type: 'record-changed' }>): void => {
  for (const token of run.state.tokens) {
    const watch = token.waits?.find((wait) => wait.id === command.wait)?.watch;
    if (watch === undefined) continue;
    watch.looks.push(command.change ?? {});
    run.hasLooks = true;
    return;
  }
};
