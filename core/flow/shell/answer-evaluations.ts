import type { Tx } from '../../db/connect.ts';
import { Problem } from '../../errors.ts';
import { ExpressionError, type HostAnswers } from '../../expression/index.ts';
import type { Failure, Result, Variables } from '../step/types.ts';
import { failureOf } from './answer-reads.ts';
import type { OpenAsk } from './answer.ts';
import { evaluateOutside } from './evaluate-outside.ts';
import type { Batch } from './open.ts';
import type { ShellParts } from './options.ts';

type EvaluationAsk = OpenAsk<'evaluate'>;

export async function answerEvaluations(
  tx: Tx,
  parts: ShellParts,
  batch: Batch,
  asks: readonly EvaluationAsk[],
): Promise<void> {
  const known = new Map<string, HostAnswers>();
  for (const ask of asks) ask.answer(await evaluate(tx, parts, batch, { ask, known }));
}

async function evaluate(
  tx: Tx,
  parts: ShellParts,
  batch: Batch,
  { ask, known }: { ask: EvaluationAsk; known: Map<string, HostAnswers> },
): Promise<Result> {
  const { run, effect } = ask;
  const { key, graph } = run.definition;
  const { source, scope, bindings } = effect;
  const { now, timeZone } = batch;
  const actor = await parts.identity.flowActor(key);
  // A thousand timers of one flow ask for a few dozen managers: each is read once a round.
  const answers = known.get(actor.id) ?? {};
  known.set(actor.id, answers);
  try {
    const { value, logs } = await evaluateOutside({
      db: tx,
      parts,
      actor,
      source,
      scope,
      bindings,
      now,
      timeZone,
      isStrict: graph.isStrict,
      answers,
    });
    return { ok: true, value, ...(logs.length > 0 ? { logs } : {}) };
  } catch (error) {
    if (error instanceof ExpressionError) return { ok: false, failure: expressionFailure(error, effect) };
    if (error instanceof Problem) return { ok: false, failure: { ...failureOf(error), expression: source } };
    throw error;
  }
}

const expressionFailure = (error: ExpressionError, { source, scope }: EvaluationAsk['effect']): Failure => ({
  code: error.code,
  message: error.message,
  // The cast: params of expressions are texts and numbers.
  params: error.params as Variables,
  expected: false,
  expression: source,
  input: scope,
});
