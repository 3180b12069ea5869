import type { AdHocDefinition } from '../graph/index.ts';
import { lookInto, makeToken, scopeOf, tokenOf } from './moves.ts';
import type { PreparedNode } from './prepare.ts';
import type { Run } from './run.ts';
import type { AdHoc, Scope, State, Token } from './state.ts';

/** An activity in it has completed: it looks at what comes next. What is undone there later no longer counts. */
export const tellAdHoc = (run: Run, token: Token, node: PreparedNode): void => {
  const { adHoc, owner } = scopeOf(run, token.scope);
  if (adHoc === undefined || token.iteration !== undefined) return;
  adHoc.completed.push(node.id);
  lookInto(run, tokenOf(run, owner!));
};

/** Lets these begin: at once, or one after the other. */
export const beginParts = (
  run: Run,
  scope: Scope & { adHoc: AdHoc },
  { isSequential }: AdHocDefinition,
  elements: readonly string[],
): void => {
  const { adHoc } = scope;
  adHoc.queue.push(...elements);
  const isBusy = isSequential && runningIn(run.state, scope.id).length > 0;
  const begun = adHoc.queue.splice(0, isBusy ? 0 : isSequential ? 1 : adHoc.queue.length);
  for (const element of begun) makeToken(run, element, scope.id);
  if (begun.length > 0) adHoc.hasBegun = true;
};

/** Elements at which something runs in the scope. */
export const runningIn = ({ tokens }: State, scope: number): string[] =>
  tokens.filter((token) => token.scope === scope && token.role !== 'guard').map((token) => token.at);
