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

/** What operators do, and what each says of it. */
export type Act = {
  modified: { changes: Value[] };
  migrated: { from: number; to: number };
  resolved: { elements: string[] };
  retried: { elements: string[] };
  changed: { variables: string[] };
  suspended: { [name: string]: never };
  resumed: { [name: string]: never };
};

/** What an operator did is part of the story: it stands at the process itself, with who did it. */
export const recordAct = <Kind extends keyof Act>(run: Run, kind: Kind, act: Act[Kind]): void => {
  const { graph } = run.prepared;
  if (graph.history === 'none') return;
  // The cast: each of them is plain data.
  const data: Value = { [kind]: { by: run.actor, ...(act as { [name: string]: Value }) } };
  run.effects.push({
    type: 'history',
    entry: { element: graph.key, type: 'process', event: 'log', at: run.now, iteration: undefined, data },
  });
};

/** Of the innermost loop around the token that moves. */
export const iterationOf = ({ token, rough }: Run): number | undefined =>
  token === null || token.iteration !== undefined ? token?.iteration : iterationOfScope(rough, token.scope);
