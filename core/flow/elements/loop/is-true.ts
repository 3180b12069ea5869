import { valueOf } from '../../step/expression.ts';
import { Stop } from '../../step/incident.ts';
import type { Run } from '../../step/run.ts';
import type { Token } from '../../step/state.ts';
import type { Variables } from '../../step/types.ts';

/** The value of a condition of a loop; anything but a boolean is an incident, not a guess. */
export const isTrue = (run: Run, token: Token, expression: string, scope: Variables): boolean => {
  const value = valueOf(run, token, expression, { scope });
  if (typeof value === 'boolean') return value;
  throw new Stop({
    code: 'flow.loop-condition-not-boolean',
    params: { element: token.at, value: JSON.stringify(value) },
    expression,
    input: scope,
  });
};
