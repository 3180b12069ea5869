import { record } from './history.ts';
import { nodeAt, withdraw } from './moves.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';
import type { HistoryEvent } from './types.ts';

/** Ends what a token does, with all that runs inside it. */
export const cancelToken = (run: Run, token: Token, event: HistoryEvent = 'cancelled'): void => {
  const node = nodeAt(run, token);
  if (token.inner !== undefined) cancelScope(run, token.inner);
  const isBegun = token.isEntered && token.role === undefined;
  if (node.isRecorded && isBegun && !(node.isQuiet && token.todo === undefined)) record(run, node, event);
  withdraw(run, token);
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
