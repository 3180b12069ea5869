import { z } from 'zod';
import type { Refusal } from '../../plugin.ts';
import type { TaskResult, TaskType } from '../../task.ts';
import { heaviestValue, weigh } from './weigh.ts';
import type { Failure, Result, Value, Variables } from '../step/types.ts';

/** A wrong input or output is the model's or the handler's mistake: no retry mends it, so it is answered at once. */
export function checkInput(
  task: TaskType,
  input: Value,
): { ok: true; value: unknown } | Extract<Result, { ok: false }> {
  const parsed = task.input.safeParse(input);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : wrong({
        code: 'flow.task-input',
        task,
        error: parsed.error,
        chinese: task.input.safeParse(input, inChinese).error ?? parsed.error,
        input,
      });
}

export function resultOf(task: TaskType, result: TaskResult | undefined): Result {
  if (!result)
    return {
      ok: false,
      failure: { code: 'flow.task-failed', message: `${task.id} gave no result.`, expected: false },
    };
  if (!result.ok) return { ok: false, failure: failureOf(result) };
  const weight = weigh(result.value, heaviestValue);
  if (weight !== 'fits') return unkeepable(task, weight);
  const parsed = task.output.safeParse(result.value);
  // Output schemas describe JSON: what they pass is a value.
  return parsed.success
    ? { ok: true, value: (parsed.data ?? null) as Value }
    : wrong({
        code: 'flow.task-output',
        task,
        error: parsed.error,
        chinese: task.output.safeParse(result.value, inChinese).error ?? parsed.error,
        input: null,
      });
}

/** It would be written down with every step from here on. */
const unkeepable = (task: TaskType, weight: 'large' | 'not-json'): Result => {
  const megabytes = heaviestValue / 1_000_000;
  const message =
    weight === 'large'
      ? `${task.id} gave back more than ${megabytes} MB.`
      : `${task.id} gave back what is no JSON.`;
  const params = { task: task.id, megabytes };
  return {
    ok: false,
    failure: { code: `flow.task-${weight}`, message, expected: false, params },
  };
};

const failureOf = ({ code, detail, params }: Refusal): Failure => ({
  code,
  message: detail,
  expected: true,
  // They fill a sentence, and are written down as JSON.
  ...(params && { params: params as Variables }),
});

const inChinese = { error: z.locales.zhCN().localeError };

interface Mistake {
  code: string;
  task: TaskType;
  error: z.ZodError;
  /** The same mistakes in the other language: whoever reads it is not known yet. */
  chinese: z.ZodError;
  input: Value;
}

function wrong({ code, task, error, chinese, input }: Mistake): Extract<Result, { ok: false }> {
  const told = ({ issues }: z.ZodError): string =>
    issues.map((issue) => `${issue.path.join('.') || task.id}: ${issue.message}`).join('; ');
  const en = `${task.id}: ${told(error)}`;
  const params = { message: { en, 'zh-CN': `${task.id}: ${told(chinese)}` } };
  return { ok: false, failure: { code, message: en, expected: false, params, input } };
}
