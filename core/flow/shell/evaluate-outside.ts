/**
 * Expressions that ask the outside, or that the compiler does not cover: each question is answered with the flow's
 * permissions, and the expression evaluated again with the answer. Throws ExpressionError, or the Problem of a read.
 */
import type { Actor } from '../../access/actor.ts';
import type { Db } from '../../db/connect.ts';
import {
  compile,
  evaluateIsolated,
  ExpressionError,
  hostKey,
  type Environment,
  type HostAnswers,
  type HostNeed,
} from '../../expression/index.ts';
import type { Value, Variables } from '../step/types.ts';
import { askHost, type HostQuestion } from './host-answers.ts';

export interface Outside {
  db: Db;
  parts: HostQuestion['parts'];
  actor: Actor;
  source: string;
  scope: Variables;
  bindings: Variables;
  now: number;
  timeZone: string;
  isStrict: boolean;
  /** What was asked already by others with the same permissions, at the same moment; gets the new answers too. */
  answers?: HostAnswers;
}

/** An expression that asks for more than this on its way is looking for something that a flow should not. */
const mostQuestions = 50;

export async function evaluateOutside(input: Outside): Promise<{ value: Value; logs: Value[] }> {
  const answers = input.answers ?? {};
  for (let questions = 0; questions < mostQuestions; questions++) {
    const tried = await attempt(input, answers);
    if (!('need' in tried)) return tried;
    answers[hostKey(tried.need)] = await askHost({ ...input, need: tried.need });
  }
  throw new ExpressionError({
    code: 'expression.limit',
    params: { name: 'questions', limit: mostQuestions },
  });
}

async function attempt(
  input: Outside,
  answers: HostAnswers,
): Promise<{ value: Value; logs: Value[] } | { need: HostNeed }> {
  const { source, scope, bindings, now, timeZone, isStrict } = input;
  const logs: Value[] = [];
  const env: Environment = {
    bindings,
    now,
    timeZone,
    strict: isStrict,
    answers,
    log: (value) => void logs.push(value),
  };
  try {
    const compiled = compile(source);
    const value = compiled.isSync
      ? compiled.evaluate(scope, env)
      : await evaluateIsolated({ source, scope, env });
    return { value, logs };
  } catch (error) {
    if (error instanceof ExpressionError && error.needs) return { need: error.needs };
    throw error;
  }
}
