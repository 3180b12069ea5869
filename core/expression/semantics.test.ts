import { describe, expect, test } from 'vitest';
import { compile, ExpressionError, semantics, type Environment, type Variables } from './index.ts';
import type { Outcome } from './semantics.ts';
import { env, scope } from './tests/scope.ts';

describe('closures follow the table', () => {
  test.each(semantics)('$expression ($about)', (row) => {
    const compiled = compile(row.expression);
    expect(compiled.isSync, compiled.uncovered).toBe(true);
    expect(outcome(row.expression, scope, env)).toEqual(row.strict);
    expect(outcome(row.expression, scope, { ...env, strict: false })).toEqual(row.loose ?? row.strict);
  });
});

function outcome(source: string, variables: Variables, environment: Environment): Outcome {
  try {
    const value = compile(source).evaluateOptional(variables, environment);
    return value === undefined ? { missing: true } : { value };
  } catch (error) {
    if (error instanceof ExpressionError) return { error: error.code };
    throw error;
  }
}
