import { dataInSight } from './data-in-sight.ts';
import { iterationOfScope } from './iteration-of-scope.ts';
import type { PreparedNode } from './prepare.ts';
import type { Run } from './run.ts';
import type { BpmnError, HistoryEntry, HistoryEvent, Value } from './types.ts';

/** What an entry says its element failed of. */
export const failureIn = ({ event, data }: Pick<HistoryEntry, 'event' | 'data'>): BpmnError | undefined =>
  // The cast: what failed is written with its error.
  event === 'failed' ? (data as { error?: BpmnError } | undefined)?.error : undefined;

/** Adds a history entry; whether the element is recorded at this flow's level, the caller has looked. */
export const record = (run: Run, node: PreparedNode, event: HistoryEvent, data?: Value): void => {
  if (data === undefined && run.prepared.graph.history === 'data') data = dataInSight(run);
  const iteration = run.prepared.hasLoop ? iterationOf(run) : undefined;
  run.effects.push({
    type: 'history',
    entry: { element: node.id, type: node.type, event, at: run.now, iteration, data },
  });
};

/** Of the innermost loop around the token that moves. */
export const iterationOf = ({ token, state }: Run): number | undefined =>
  token === null || token.iteration !== undefined ? token?.iteration : iterationOfScope(state, token.scope);
