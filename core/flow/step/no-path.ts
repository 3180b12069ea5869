import { Stop } from './incident.ts';
import type { PreparedNode } from './prepare.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';
import { catchError } from './throw-error.ts';

/** No condition is true and there is no default: an error that may be caught, else an incident. */
export const noPath = (run: Run, token: Token, node: PreparedNode): void => {
  const stop = new Stop({
    code: 'gateway.no-path',
    params: { element: node.definition.name || node.id },
  });
  if (!catchError(run, token, stop)) throw stop;
};
