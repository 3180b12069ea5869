import { migrateState } from '../migrate-state.ts';
import type { Run } from '../run.ts';
import type { Command } from '../types.ts';

/** Given with the graph of the version it goes to; that the state fits there, the caller has checked. */
export const migrate = (
  run: Run,
  { versions, mapping, added }: Extract<Command, { type: 'migrate' }>,
): void => {
  migrateState(run, { mapping, added: new Set(added) });
  const { graph } = run.prepared;
  if (graph.history === 'none') return;
  const data = { migrated: { by: run.actor, ...versions } };
  run.effects.push({
    type: 'history',
    entry: { element: graph.key, type: 'process', event: 'log', at: run.now, iteration: undefined, data },
  });
};
