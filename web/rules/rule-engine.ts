import { compile } from '../../core/expression/compile.ts';
import { evaluateCondition } from '../../core/expression/condition.ts';
import type { Environment } from '../../core/expression/context.ts';
import { ExpressionError } from '../../core/expression/expression-error.ts';
import { toExpressionRecord } from '../../core/expression/expression-value.ts';

interface Scope {
  record: Readonly<Record<string, unknown>>;
  typeOf: (field: string) => string | undefined;
  environment: Environment;
}

/** True or false; false where a field it reads is empty, and `otherwise` where the rule itself is wrong. */
export function decide(source: string, scope: Scope, otherwise: boolean): boolean {
  try {
    return evaluateCondition(
      compile(source),
      toExpressionRecord(scope.record, scope.typeOf),
      scope.environment,
    );
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return error.code === 'expression.nothing' ? false : otherwise;
  }
}
