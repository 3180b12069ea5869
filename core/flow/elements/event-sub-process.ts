import { writeVariables } from '../step/variables.ts';
import type { Element } from './element.ts';
import { beginScope, subProcess } from './sub-process.ts';

/**
 * Begun by its event, in the scope around it: it sees the variables there, and what the event brought is written as
 * if it had been caught inside.
 */
export const eventSubProcess: Element = {
  ...subProcess,
  begin(run, token, node, variables) {
    writeVariables(run, beginScope(run, token, node).id, variables);
  },
};
