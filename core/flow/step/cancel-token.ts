import { record } from './history.ts';
import { closeWaits, nodeAt, remove } from './moves.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';
import type { HistoryEvent } from './types.ts';

/** Ends what a token does, with all that runs inside it. */
export const cancelToken = (run: Run, token: Token, event: HistoryEvent = 'cancelled'): void => {
  const node = nodeAt(run, token);
  if (token.inner !== undefined) cancelScope(run, token.inner);
  closeWaits(run, token);
  if (token.ask !== undefined) run.effects.push({ type: 'abandon', ask: token.ask });
  if (node.isRecorded && token.isEntered && !(node.isQuiet && token.todo === undefined))
    record(run, node, event);
  const { incident } = token;
  remove(run, token);
  if (incident !== undefined && !run.state.tokens.some((each) => each.incident === incident))
    run.effects.push({ type: 'resolve', incident });
};

/** Ends all tokens of a scope; forgets the scope, unless it is kept because its sub-process ends in order. */
export const cancelScope = (run: Run, scope: number, options?: { isKept: boolean }): void => {
  for (const token of run.state.tokens.filter((each) => each.scope === scope)) cancelToken(run, token);
  if (!options?.isKept) forgetScope(run, scope);
};

export const forgetScope = (run: Run, scope: number): void => {
  const { scopes } = run.state;
  const index = scopes.findIndex((each) => each.id === scope);
  if (index > 0) scopes.splice(index, 1);
};
