import { recordAct } from '../history.ts';
import { migrateState } from '../migrate-state.ts';
import type { Run } from '../run.ts';
import type { Command } from '../types.ts';

/** Given with the graph of the version it goes to; that the state fits there, the caller has checked. */
export const migrate = (
  run: Run,
  { versions, mapping, added }: Extract<Command, { type: 'migrate' }>,
): void => {
  migrateState(run, { mapping, added: new Set(added) });
  recordAct(run, 'migrated', versions);
};
