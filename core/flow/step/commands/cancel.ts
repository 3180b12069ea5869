import { cancelScope } from '../cancel-token.ts';
import type { Run } from '../run.ts';
import type { Command } from '../types.ts';

/** Ends the instance from outside: terminated. */
export const cancel = (run: Run, command: Extract<Command, { type: 'cancel' }>): void => {
  cancelScope(run, run.state.scopes[0]!.id);
  run.state.status = 'terminated';
  run.effects.push({
    type: 'ended',
    state: 'terminated',
    error: command.reason === undefined ? undefined : { code: 'flow.cancelled', message: command.reason },
  });
};
