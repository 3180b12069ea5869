/**
 * Calls to the outside, after the commit of the batch that ordered them: at least once, with a key that stays the
 * same whatever is retried. The result comes back to its instance as a command, written with the end of the job.
 */
import { isConnectionLoss } from '../../db/connection-loss.ts';
import {
  backOff,
  complete,
  enqueue,
  hold,
  release,
  retry,
  type Job,
  type JobHandler,
  type Lane,
} from '../../job/index.ts';
import type { TaskCall, TaskResult, TaskType } from '../../task.ts';
import type { Result } from '../step/types.ts';
import { unknownTask } from './answer-calls.ts';
import { checkInput, resultOf } from './check-call.ts';
import { measured } from './metrics.ts';
import { setAside } from './give-up.ts';
import type { CommandPayload, ExternalPayload } from './kinds.ts';
import type { Shell } from './shell.ts';
import { handleLost } from './lost-connection.ts';
import { taskFailure } from './task-failure.ts';

type ExternalJob = Job<ExternalPayload>;

/** A handler that neither ends nor heeds its signal is given up after this. */
const longest = 300_000;

export function createExternalHandler(shell: Shell): JobHandler {
  return {
    kinds: ['flow.external'],
    run: async (jobs, { signal }) => {
      // Only this kind comes here.
      const groups = Map.groupBy(
        jobs as ExternalJob[],
        ({ payload }) => `${payload.call.task} ${payload.flow}`,
      );
      await Promise.all([...groups.values()].map((group) => runGroup(shell, group, signal)));
    },
    onFailed: (jobs, error) => setAside(shell.parts.sql, jobs, error, shell.parts.clock.now()),
  };
}

async function runGroup(shell: Shell, jobs: readonly ExternalJob[], signal: AbortSignal): Promise<void> {
  const { call } = jobs[0]!.payload;
  const task = shell.parts.registry.tasks.get(call.task);
  if (!task)
    return finish(
      shell,
      jobs.map((job) => ({ job, result: { ok: false, failure: unknownTask(call.task) } })),
    );
  const ready: { job: ExternalJob; call: TaskCall<unknown> }[] = [];
  const wrong: Answered[] = [];
  for (const job of jobs) {
    const input = checkInput(task, job.payload.call.input);
    if (input.ok) ready.push({ job, call: callOf(shell, job, input.value) });
    else wrong.push({ job, result: input });
  }
  await finish(shell, wrong);
  await runReady(shell, task, ready, signal);
}

type Ready = { job: ExternalJob; call: TaskCall<unknown> };
type Answered = { job: ExternalJob; result: Result };

/** A handler that throws for many is asked for each alone; its keys tell it what went through the first time. */
async function runReady(
  shell: Shell,
  task: TaskType,
  ready: readonly Ready[],
  signal: AbortSignal,
): Promise<void> {
  if (ready.length === 0) return;
  try {
    const results = await callHandler(shell, task, ready, signal);
    const isLater = (index: number): boolean => untilOf(results[index]) !== undefined;
    for (const [index, { job }] of ready.entries())
      if (isLater(index))
        await release(shell.parts.sql, [job.id], shell.worker.number, untilOf(results[index]));
    await finish(
      shell,
      ready.flatMap(({ job }, index) =>
        isLater(index) ? [] : [{ job, result: resultOf(task, results[index]) }],
      ),
    );
  } catch (error) {
    const jobs = ready.map(({ job }) => job);
    if (isConnectionLoss(error)) return handleLost(shell, jobs, { error, isCommitting: false });
    if (ready.length === 1) return failed(shell, jobs[0]!, error);
    for (const one of ready) await runReady(shell, task, [one], signal);
  }
}

const untilOf = (result: TaskResult | undefined): number | undefined =>
  result?.ok === false ? result.until : undefined;

async function callHandler(
  shell: Shell,
  task: TaskType,
  ready: readonly Ready[],
  stop: AbortSignal,
): Promise<TaskResult[]> {
  const { parts } = shell;
  const { flow, depth } = ready[0]!.job.payload;
  const actor = await parts.identity.flowActor(flow);
  const signal = AbortSignal.any([stop, AbortSignal.timeout(longest)]);
  const cause = { depth, instance: ready.length === 1 ? ready[0]!.call.instance : undefined };
  const running = () =>
    task.run(
      ready.map(({ call }) => call),
      {
        records: parts.records.service(actor, undefined, cause),
        plugin: parts.plugin,
        signal,
        log: (message, data) => parts.log.info({ task: task.id, ...data }, message),
      },
    );
  return measured(task.id, ready.length, () => Promise.race([running(), aborted(signal)]));
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
  );

async function failed(shell: Shell, job: ExternalJob, error: unknown): Promise<void> {
  const { parts, worker } = shell;
  const attempt = job.attempts + 1;
  const message = error instanceof Error ? error.message : String(error);
  const { retries, input } = job.payload.call;
  if (attempt > retries.times)
    return finish(shell, [{ job, result: { ok: false, failure: taskFailure(error, input) } }]);
  const dueAt = parts.clock.now() + backOff({ attempt, base: retries.backoffMs });
  await retry(parts.sql, [{ id: job.id, dueAt, error: message }], worker.number);
}

async function finish({ parts, worker, wake }: Shell, answered: readonly Answered[]): Promise<void> {
  if (answered.length === 0) return;
  await parts.sql.begin(async (tx) => {
    const held = await hold(
      tx,
      answered.map(({ job }) => job.id),
      worker.number,
    );
    const mine = answered.filter(({ job }) => held.has(job.id));
    await complete(tx, [...held], worker.number);
    await enqueue(
      tx,
      mine.map(({ job, result }) => ({
        kind: 'flow.command',
        lane: (job.lane - 2) as Lane,
        dueAt: parts.clock.now(),
        target: job.target,
        payload: {
          actor: `flow:${job.payload.flow}`,
          command: { type: 'answer', ask: job.payload.call.ask, result },
        } satisfies CommandPayload,
      })),
    );
  });
  wake.ping();
}

const callOf = ({ parts }: Shell, { payload, target }: ExternalJob, input: unknown): TaskCall<unknown> => ({
  input,
  instance: target!,
  flow: payload.flow,
  element: payload.call.element,
  subject: payload.subject,
  idempotencyKey: payload.call.idempotencyKey,
  now: parts.clock.now(),
});
