import type { Compiled } from './compiled.ts';
import type { Environment } from './context.ts';
import { ExpressionError } from './expression-error.ts';
import type { Value, Variables } from './value.ts';

/**
 * The value of a formula field: null where an operand is empty, as in SQL. Every other error is thrown:
 * a formula that divides by zero should say so where it is edited.
 */
export function evaluateFormula(compiled: Compiled, scope: Variables, env: Environment): Value {
  try {
    return compiled.evaluate(scope, env);
  } catch (error) {
    if (error instanceof ExpressionError && isOfNothing(error)) return null;
    throw error;
  }
}

const isOfNothing = (error: ExpressionError): boolean =>
  error.code === 'expression.nothing' ||
  (error.code === 'expression.argument' && error.params['found'] === 'null');
