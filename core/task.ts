/** Task types: the work that flows ask of the core and of plugins. */
import type { z } from 'zod';
import type { PluginServices, RecordService, Refusal, Transaction } from './plugin.ts';

/** One call of a task type. */
export interface TaskCall<Input> {
  input: Input;
  instance: string;
  /** The key of the flow. */
  flow: string;
  element: string;
  subject: { entity: string; id: string } | null;
  idempotencyKey: string;
  /** Milliseconds since 1970: the step's time. */
  now: number;
}

export type TaskResult = { ok: true; value: unknown } | Refusal;
export const ok = (value: unknown = null): TaskResult => ({ ok: true, value });
/**
 * A failure that the model can catch as a BPMN error with this code. With `params` people read the sentence
 * `problem.<code>` of the locales in their language. Throw instead to be retried.
 */
export const failure = (code: string, detail: string, params?: Record<string, unknown>): TaskResult => ({
  ok: false,
  code,
  detail,
  ...(params && { params }),
});

/** External handlers: it is not the time; the same call comes again from `until` on, and counts as no failure. */
export const later = (until: number, detail: string): TaskResult => ({
  ok: false,
  code: 'later',
  detail,
  until,
});

export interface TaskServices {
  records: RecordService;
  /** External handlers only: aborted when the lease is lost or the server stops. */
  signal: AbortSignal;
  log: (message: string, data?: Record<string, unknown>) => void;
  /** The transaction of a transactional handler. */
  tx?: Transaction;
  plugin: PluginServices;
}

/** A transactional handler always has its transaction. */
export type InTransaction = TaskServices & { tx: Transaction };

export interface TaskType<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  id: string;
  kind: 'transactional' | 'external';
  input: Input;
  output: Output;
  face: { icon: string; group: string };
  /** What stands in for the outcome where a flow is tried; made up after `output` when absent. External types only. */
  example?: z.output<Output>;
  /** All calls of a batch at once; results in the same order. */
  run(calls: readonly TaskCall<z.output<Input>>[], services: TaskServices): Promise<TaskResult[]>;
}

type Run<Input extends z.ZodType, Services> = (
  calls: readonly TaskCall<z.output<Input>>[],
  services: Services,
) => Promise<TaskResult[]>;

type Declared<Input extends z.ZodType, Output extends z.ZodType> = Omit<
  TaskType<Input, Output>,
  'kind' | 'run'
> &
  (
    | { kind: 'external'; run: Run<Input, TaskServices> }
    | { kind: 'transactional'; run: Run<Input, InTransaction> }
  );

export const defineTask = <Input extends z.ZodType, Output extends z.ZodType>(
  task: Declared<Input, Output>,
): TaskType =>
  // The wider type is true: input and output are checked around every call, and a transactional handler has its transaction.
  task;
