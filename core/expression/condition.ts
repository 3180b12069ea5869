import type { Compiled } from './compiled.ts';
import type { Environment } from './context.ts';
import { ExpressionError } from './expression-error.ts';
import type { Value, Variables } from './value.ts';

/** True or false; anything else, missing and null among them, is `expression.not-boolean`. */
export function evaluateCondition(compiled: Compiled, scope: Variables, env: Environment): boolean {
  return asBoolean(compiled.evaluateOptional(scope, env), compiled.source);
}

/** The same for a value that was evaluated elsewhere, such as in isolation. */
export function asBoolean(value: Value | undefined, source: string): boolean {
  if (typeof value === 'boolean') return value;
  const error = new ExpressionError({ code: 'expression.not-boolean', params: { found: shown(value) } });
  error.expression = source;
  throw error;
}

function shown(value: Value | undefined): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
