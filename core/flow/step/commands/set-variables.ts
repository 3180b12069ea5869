import type { Run } from '../run.ts';
import type { Command } from '../types.ts';
import { writeVariables } from '../variables.ts';

/** Somebody repairs the variables of the instance; nothing moves by it. */
export const setVariables = (run: Run, command: Extract<Command, { type: 'set-variables' }>): void =>
  writeVariables(run, run.state.scopes[0]!.id, command.variables);
