import type { NamedExpression } from '../../graph/index.ts';
import { valueOf } from '../../step/expression.ts';
import type { Run } from '../../step/run.ts';
import type { Token } from '../../step/state.ts';
import type { Variables } from '../../step/types.ts';

/** What travels with a message or signal. */
export const payloadOf = (
  run: Run,
  token: Token,
  payload: readonly NamedExpression[] | undefined,
): Variables => {
  const variables: Variables = {};
  for (const { name, value } of payload ?? []) variables[name] = valueOf(run, token, value);
  return variables;
};
