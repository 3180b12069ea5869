import { recordAct } from '../history.ts';
import type { Run } from '../run.ts';
import type { Command } from '../types.ts';
import { writeVariables } from '../variables.ts';

/** Somebody repairs variables; nothing moves by it but conditions. A scope that has ended meanwhile changes nothing. */
export const setVariables = (
  run: Run,
  { scope, variables }: Extract<Command, { type: 'set-variables' }>,
): void => {
  const { scopes } = run.state;
  const id = scope ?? scopes[0]!.id;
  if (!scopes.some((each) => each.id === id)) return;
  recordAct(run, 'changed', { variables: Object.keys(variables) });
  writeVariables(run, id, variables);
};
