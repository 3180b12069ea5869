import type { PreparedNode } from './prepare.ts';
import type { Run } from './run.ts';
import type { HistoryEvent, Value } from './types.ts';

/** Adds a history entry; whether the element is recorded at this flow's level, the caller has looked. */
export const record = (run: Run, node: PreparedNode, event: HistoryEvent, data?: Value): void => {
  run.effects.push({
    type: 'history',
    entry: { element: node.id, type: node.type, event, at: run.now, iteration: undefined, data },
  });
};
