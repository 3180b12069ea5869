import type { Tx } from '../../db/connect.ts';
import { Problem } from '../../errors.ts';
import { ExpressionError } from '../../expression/index.ts';
import type { Failure, Result } from '../step/types.ts';
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
  for (const ask of asks) ask.answer(await evaluate(tx, parts, batch, ask));
}

async function evaluate(
  tx: Tx,
  parts: ShellParts,
  batch: Batch,
  { run, effect }: EvaluationAsk,
): Promise<Result> {
  const { key, graph } = run.definition;
  const { source, scope, bindings } = effect;
  const { now, timeZone } = batch;
  const actor = await parts.identity.flowActor(key);
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
  expected: false,
  expression: source,
  input: scope,
});
