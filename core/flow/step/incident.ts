import english from '../../locales/flow-incident.en.json' with { type: 'json' };
import { ExpressionError } from '../../expression/expression-error.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';
import type { Value, Variables } from './types.ts';

interface StopInput {
  code: string;
  params?: Variables;
  /** Where somebody else has said it already, such as the handler of a task. */
  message?: string;
  expression?: string;
  input?: Value;
  /** The element, where it is not the one the token stands at. */
  at?: string;
}

/** Thrown by a move that cannot go on without a person: it becomes an incident at its token. */
export class Stop {
  readonly code: string;
  readonly params: Variables;
  readonly message: string;
  readonly expression: string | undefined;
  readonly input: Value | undefined;
  readonly at: string | undefined;

  constructor(input: StopInput) {
    this.code = input.code;
    this.params = input.params ?? {};
    this.message = input.message ?? sentence(input.code, this.params);
    this.expression = input.expression;
    this.input = input.input;
    this.at = input.at;
  }

  /** What an expression or an answer from outside threw, as a stop; a bug stays what it is. */
  static of(error: unknown, where: Pick<StopInput, 'expression' | 'input' | 'at'>): unknown {
    if (error instanceof Stop || !(error instanceof ExpressionError)) return error;
    // Parameters of expression problems are plain texts and numbers.
    const params = error.params as Variables;
    return new Stop({ code: error.code, params, message: error.message, ...where });
  }
}

/** A name that is not there yet: conditional events wait for that, too. */
export const isNotThereYet = (stop: Stop): boolean => stop.code === 'expression.name-unknown';

/** Stops the tokens until the incident is retried. Answers its number. */
export const raise = (run: Run, tokens: readonly Token[], element: string, stop: Stop): number => {
  const incident = ++run.state.count;
  for (const token of tokens) {
    token.incident = incident;
    token.known = undefined;
  }
  run.effects.push({
    type: 'incident',
    incident,
    element,
    code: stop.code,
    message: stop.message,
    params: stop.params,
    expression: stop.expression,
    input: stop.input,
  });
  return incident;
};

const texts: Record<string, string> = english;

const sentence = (code: string, params: Variables): string =>
  (texts[`problem.${code}`] ?? code).replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
    String(params[name] ?? ''),
  );
