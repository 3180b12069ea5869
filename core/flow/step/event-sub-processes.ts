import { catches } from '../graph/events.ts';
import type { EventSubProcess } from '../graph/index.ts';
import { cancelScope } from './cancel-token.ts';
import { makeGuard, makeToken } from './moves.ts';
import { awaitsSomething } from './prepare.ts';
import type { Run } from './run.ts';
import type { Scope } from './state.ts';
import type { Variables } from './types.ts';

/** The scope begins: for each event sub-process that waits for something, a guard holds the wait. */
export const guardScope = (run: Run, scope: Scope): void => {
  const { nodes, scopes } = run.prepared.graph;
  const { eventSubProcesses } = scopes[scope.node]!;
  if (eventSubProcesses === undefined) return;
  scope.isListening = true;
  for (const { start } of eventSubProcesses) if (awaitsSomething(nodes[start]!)) makeGuard(run, start, scope);
};

/** A version brought event sub-processes: a scope that runs waits for their events from now on. */
export const guardAdded = (run: Run, scope: Scope, added: ReadonlySet<string>): void => {
  const { nodes, scopes } = run.prepared.graph;
  const all = scopes[scope.node]?.eventSubProcesses ?? [];
  const fresh = all.filter(({ start }) => added.has(start));
  if (fresh.length === 0) return;
  // One that was interrupted listens no more; where there was none before, none has interrupted.
  const { tokens } = run.state;
  const isInterrupted = all.some(
    ({ node, isInterrupting }) =>
      isInterrupting && tokens.some((token) => token.scope === scope.id && token.at === node),
  );
  if (fresh.length === all.length && !isInterrupted) scope.isListening = true;
  if (!scope.isListening) return;
  for (const { start } of fresh) if (awaitsSomething(nodes[start]!)) makeGuard(run, start, scope);
};

/** Its event has happened: an interrupting one first ends all else in the scope around. */
export const beginEventSubProcess = (
  run: Run,
  scope: Scope,
  { node, isInterrupting }: EventSubProcess,
  variables: Variables,
): void => {
  if (isInterrupting) {
    scope.isListening = undefined;
    cancelScope(run, scope.id, { isKept: true });
    // An ad-hoc sub-process is through with it, whatever its condition says.
    if (scope.adHoc !== undefined) Object.assign(scope.adHoc, { isClosing: true, queue: [] });
  }
  makeToken(run, node, scope.id).todo = { do: 'begin', variables };
};

/**
 * The event sub-process of this scope that catches the code; one for exactly this code goes before one for all.
 * What an interrupting one throws itself goes further out, and none catches its own.
 */
export const catcherIn = (
  run: Run,
  scope: Scope,
  wanted: { kind: 'error' | 'escalation'; code: string; from: string },
): EventSubProcess | undefined => {
  if (!scope.isListening) return undefined;
  const { nodes, scopes } = run.prepared.graph;
  const all = scopes[scope.node]!.eventSubProcesses!.filter((each) => each.node !== wanted.from);
  const fits = (code: string | null) => (each: EventSubProcess) =>
    catches(nodes[each.start]!, wanted.kind, code);
  return all.find(fits(wanted.code)) ?? all.find(fits(null));
};
