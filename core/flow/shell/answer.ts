import type { Tx } from '../../db/connect.ts';
import type { Result } from '../step/types.ts';
import { answerCalls } from './answer-calls.ts';
import { answerDecisions } from './answer-decisions.ts';
import { answerEvaluations } from './answer-evaluations.ts';
import { answerReads } from './answer-reads.ts';
import { answerInvocations } from './calls/answer-invocations.ts';
import type { Ask } from './kinds.ts';
import type { Batch } from './open.ts';
import type { ShellParts } from './options.ts';
import type { InstanceRun } from './run.ts';

/** One ask of one instance, and how to answer it. */
export interface OpenAsk<Kind extends Ask['type'] = Ask['type']> {
  run: InstanceRun;
  effect: Extract<Ask, { type: Kind }>;
  answer(result: Result): void;
}

/** Answers all that the instances of a round ask, each kind in bulk. */
export async function answerAsks(
  tx: Tx,
  parts: ShellParts,
  batch: Batch,
  runs: readonly InstanceRun[],
): Promise<void> {
  const asks = runs.flatMap((run) => run.asks.splice(0).map((effect) => openAsk(batch, run, effect)));
  const of = <Kind extends Ask['type']>(kind: Kind): OpenAsk<Kind>[] =>
    asks.filter((ask): ask is OpenAsk & OpenAsk<Kind> => ask.effect.type === kind);
  await answerReads(tx, parts, of('read'));
  await answerEvaluations(tx, parts, batch, of('evaluate'));
  await answerDecisions(tx, parts, batch, of('decide'));
  await answerCalls(tx, parts, batch, of('call'));
  await answerInvocations(tx, parts, batch, of('invoke'));
}

const openAsk = (batch: Batch, run: InstanceRun, effect: Ask): OpenAsk => ({
  run,
  effect,
  answer: (result) =>
    run.commands.push({
      type: 'answer',
      ask: effect.ask,
      result,
      now: batch.now,
      actor: run.startedBy,
      timeZone: batch.timeZone,
      calendar: batch.calendar,
      calendars: batch.calendars,
    }),
});
