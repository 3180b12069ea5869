import { cancelToken } from '../cancel-token.ts';
import { recordAct } from '../history.ts';
import type { Change } from '../modify/change.ts';
import { checkChanges } from '../modify/check-changes.ts';
import { scopeFor } from '../modify/scope-for.ts';
import { endScope, lookInto, makeToken, scopeOf } from '../moves.ts';
import { nodeOf } from '../prepare.ts';
import type { Run } from '../run.ts';
import type { Token } from '../state.ts';
import type { Command, Value } from '../types.ts';
import { writeVariables } from '../variables.ts';

/** Puts tokens elsewhere, as an operator says. What no longer fits changes nothing. */
export const modify = (run: Run, { changes, variables }: Extract<Command, { type: 'modify' }>): void => {
  const { graph } = run.prepared;
  run.isLate = checkChanges(graph, run.state, changes).length > 0;
  if (run.isLate) return;
  if (variables !== undefined) writeVariables(run, run.state.scopes[0]!.id, variables);
  note(run, changes);
  const moved = changes.flatMap((change) => (change.do === 'add' ? [] : [change.token]));
  const leaving = moved.flatMap((id) => run.state.tokens.find((token) => token.id === id) ?? []);
  const begun = new Map<string, Token>();
  for (const change of changes)
    if (change.do !== 'cancel') put(run, change, { leaving: new Set(leaving), begun });
  const cancelled = new Set(changes.flatMap((change) => (change.do === 'cancel' ? [change.token] : [])));
  for (const token of leaving) if (token.at !== '') takeAway(run, token, cancelled.has(token.id));
};

interface Others {
  leaving: ReadonlySet<Token>;
  /** Sub-processes that begin because of these changes: two changes into one begin it once. */
  begun: Map<string, Token>;
}

const put = (run: Run, change: Extract<Change, { to: string }>, { leaving, begun }: Others): void => {
  const { graph } = run.prepared;
  const found = scopeFor(graph, run.state, graph.nodes[change.to]!, change);
  if (!found.ok) return;
  const { scope, path } = found;
  const [first, ...into] = path as [string, ...string[]]; // It ends with the element itself.
  const key = `${scope}:${first}`;
  const known = into.length > 0 ? begun.get(key) : undefined;
  if (known !== undefined) return void known.into!.push(into);
  const token = makeToken(run, first, scope);
  token.via = missingFlow(run, first, { scope, leaving });
  if (into.length === 0) return;
  token.into = [into];
  begun.set(key, token);
};

/** At a join the token counts for the first flow that has brought none. */
const missingFlow = (
  run: Run,
  to: string,
  { scope, leaving }: { scope: number; leaving: ReadonlySet<Token> },
): string | undefined => {
  const node = nodeOf(run.prepared, to);
  if (!node.isQuiet) return undefined;
  const there = run.state.tokens.filter(
    (token) => token.at === to && token.scope === scope && !leaving.has(token),
  );
  const { incoming } = node.definition;
  return incoming.find((flow) => !there.some((token) => token.via === flow)) ?? incoming[0];
};

/**
 * A sub-process that is left empty by it is cancelled: it did not come to its end. An iteration is then done, and an
 * ad-hoc sub-process goes on without what was cancelled in it.
 */
const takeAway = (run: Run, token: Token, isCancelled: boolean): void => {
  const { scope } = token;
  cancelToken(run, token);
  const isEmpty = !run.state.tokens.some((each) => each.scope === scope && each.role === undefined);
  const { owner, adHoc } = run.state.scopes.find((each) => each.id === scope) ?? {};
  const around = isEmpty ? run.state.tokens.find((each) => each.id === owner) : undefined;
  if (around === undefined) return;
  if (adHoc !== undefined && isCancelled) lookInto(run, around);
  else if (around.iteration !== undefined) endScope(run, scopeOf(run, scope));
  else takeAway(run, around, false);
};

const note = (run: Run, changes: readonly Change[]): void => {
  const said = changes.map((change): Value => {
    const from =
      change.do === 'add' ? null : (run.state.tokens.find((token) => token.id === change.token)?.at ?? null);
    return { do: change.do, from, to: change.do === 'cancel' ? null : change.to };
  });
  recordAct(run, 'modified', { changes: said });
};
