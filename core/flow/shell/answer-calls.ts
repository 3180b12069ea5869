import type { Tx } from '../../db/connect.ts';
import { backOff } from '../../job/index.ts';
import type { TaskCall, TaskResult, TaskType } from '../../task.ts';
import type { OpenAsk } from './answer.ts';
import { checkInput, resultOf } from './check-call.ts';
import { measured } from './metrics.ts';
import type { Batch } from './open.ts';
import type { ShellParts } from './options.ts';
import { taskFailure } from './task-failure.ts';
import { isTransient } from './transient.ts';
import { HandlerSilent, whileRunning } from './while-running.ts';

type CallAsk = OpenAsk<'call'>;

/** What it locks and whoever shares the batch waits as long: outside work is for what takes its time. */
const usualPatience = 20_000;

interface Checked {
  ask: CallAsk;
  call: TaskCall<unknown>;
}

/** Transactional calls of a round: each task type gets all calls of one flow as an array, in the batch's transaction. */
export async function answerCalls(
  tx: Tx,
  parts: ShellParts,
  batch: Batch,
  asks: readonly CallAsk[],
): Promise<void> {
  if (asks.length > 0) await batch.store();
  for (const group of Map.groupBy(
    asks,
    ({ run, effect }) => `${effect.task} ${run.definition.key}`,
  ).values()) {
    const task = parts.registry.tasks.get(group[0]!.effect.task);
    if (task)
      await runTask(
        tx,
        parts,
        batch,
        task,
        group.flatMap((ask) => checked(task, ask, batch)),
      );
    else for (const { answer, effect } of group) answer({ ok: false, failure: unknownTask(effect.task) });
  }
}

export const unknownTask = (task: string) => ({
  code: 'flow.task-unknown',
  message: `No installed plugin has the task type ${task}.`,
  expected: false,
});

function checked(task: TaskType, ask: CallAsk, batch: Batch): Checked[] {
  const { effect, run } = ask;
  const input = checkInput(task, effect.input);
  if (!input.ok) {
    ask.answer(input);
    return [];
  }
  const { element, idempotencyKey } = effect;
  return [
    {
      ask,
      call: {
        input: input.value,
        instance: run.id,
        flow: run.definition.key,
        element,
        subject: run.subject,
        idempotencyKey,
        now: batch.now,
      },
    },
  ];
}

/** What a handler throws is undone by a savepoint, and found by halves, so that one bad call fails alone. */
async function runTask(
  tx: Tx,
  parts: ShellParts,
  batch: Batch,
  task: TaskType,
  calls: readonly Checked[],
): Promise<void> {
  if (calls.length === 0) return;
  try {
    const results = await tx.savepoint((inner) => callHandler(inner, parts, task, calls));
    calls.forEach(({ ask }, index) => ask.answer(resultOf(task, results[index])));
    batch.hasCalled = true;
  } catch (error) {
    if (isTransient(error)) throw error;
    // All of them alone, each as a job of its own: who waits for whom cannot be told, and nobody waits for it twice.
    if (error instanceof HandlerSilent) return calls.forEach(({ ask }) => retryLater(ask, batch, error));
    if (calls.length === 1) return retryLater(calls[0]!.ask, batch, error);
    const middle = calls.length >> 1;
    await runTask(tx, parts, batch, task, calls.slice(0, middle));
    await runTask(tx, parts, batch, task, calls.slice(middle));
  }
}

async function callHandler(
  tx: Tx,
  parts: ShellParts,
  task: TaskType,
  calls: readonly Checked[],
): Promise<TaskResult[]> {
  const runs = calls.map(({ ask }) => ask.run);
  const actor = await parts.identity.flowActor(runs[0]!.definition.key);
  const cause = {
    depth: Math.max(...runs.map((run) => run.depth)),
    instance: new Set(runs).size === 1 ? runs[0]!.id : undefined,
  };
  const results = await measured(task.id, calls.length, () =>
    whileRunning({
      task: task.id,
      tx,
      milliseconds: parts.patience ?? usualPatience,
      run: (own, signal) =>
        task.run(
          calls.map(({ call }) => call),
          {
            records: parts.records.service(actor, own, cause),
            tx: own,
            plugin: parts.plugin,
            signal,
            log: (message, data) => parts.log.info({ task: task.id, ...data }, message),
          },
        ),
    }),
  );
  if (results.length !== calls.length)
    throw new Error(`${task.id} answered ${results.length} results for ${calls.length} calls.`);
  return results;
}

function retryLater({ run, effect, answer }: CallAsk, batch: Batch, error: unknown): void {
  const attempt = (run.attempts.get(effect.ask) ?? 0) + 1;
  if (attempt > effect.retries.times) return answer({ ok: false, failure: taskFailure(error, effect.input) });
  run.later.push({
    effect,
    attempt,
    dueAt: batch.now + backOff({ attempt, base: effect.retries.backoffMs }),
  });
}
