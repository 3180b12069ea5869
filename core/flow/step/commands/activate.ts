import { beginParts } from '../ad-hoc.ts';
import type { Run } from '../run.ts';
import type { Command } from '../types.ts';

/** Somebody chooses what is done next in an ad-hoc sub-process; once that is complete, nothing is. */
export const activate = (run: Run, { scope, elements }: Extract<Command, { type: 'activate' }>): void => {
  const found = run.state.scopes.find((each) => each.id === scope);
  const definition = run.prepared.graph.nodes[found?.node ?? '']?.adHoc;
  const adHoc = found?.adHoc;
  const isOpen = adHoc !== undefined && !adHoc.isClosing;
  if (!isOpen || definition === undefined || !elements.every((each) => definition.parts.includes(each)))
    run.isLate = true;
  else beginParts(run, { ...found!, adHoc }, definition, elements);
};
