import en from '../locales/expression.en.json' with { type: 'json' };
import type { Value } from './value.ts';

export type ExpressionCode =
  | 'expression.syntax'
  /** With jsonata's code: S0101 to S0302. */
  | `expression.syntax.${string}`
  | 'expression.name-unknown'
  | 'expression.not-boolean'
  | 'expression.nothing'
  | 'expression.not-number'
  | 'expression.not-comparable'
  | 'expression.argument'
  | 'expression.not-function'
  | 'expression.not-finite'
  | 'expression.limit'
  | 'expression.regex-refused'
  | 'expression.function-refused'
  | 'expression.calendar-unknown'
  | 'expression.find-too-many'
  | 'expression.host-needed'
  | 'expression.raised'
  | 'expression.not-isolated'
  | 'expression.failed';

/** A question to the outside that a host function asked and nobody had answered yet. */
export interface HostNeed {
  name: string;
  args: Value[];
}

export interface ExpressionProblem {
  code: ExpressionCode;
  params?: Record<string, unknown>;
  /** Offset in the source, characters from 0, just behind what it is about. */
  position?: number;
  needs?: HostNeed;
}

/**
 * Why an expression has no value. `message` is the English sentence; other languages are made from `code`
 * and `params` (`problem.<code>` in the locales).
 */
export class ExpressionError extends Error {
  readonly code: ExpressionCode;
  readonly params: Record<string, unknown>;
  readonly needs: HostNeed | undefined;
  position: number | undefined;
  expression = '';
  /** The values the expression saw, where they help to repair it. */
  input: Value | undefined;

  constructor(problem: ExpressionProblem) {
    const params = problem.params ?? {};
    super(sentence(problem.code, params));
    this.name = 'ExpressionError';
    this.code = problem.code;
    this.params = params;
    this.position = problem.position;
    this.needs = problem.needs;
  }
}

export const raise = (code: ExpressionCode, params: Record<string, unknown>, position?: number): never => {
  throw new ExpressionError({ code, params, position });
};

const sentences: Record<string, string> = en;

export const hasSentence = (code: string): boolean => `problem.${code}` in sentences;

function sentence(code: ExpressionCode, params: Record<string, unknown>): string {
  const template = sentences[`problem.${code}`] ?? code;
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_all, name: string) => String(params[name] ?? ''));
}
