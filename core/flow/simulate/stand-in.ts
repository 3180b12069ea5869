/** What stands in for people, other systems and messages: a given answer, the element's example, or a default. */
import type { Tx } from '../../db/connect.ts';
import { Problem } from '../../errors.ts';
import { ExpressionError } from '../../expression/index.ts';
import type { WorkForm, WorkFormField } from '../commands/work-item-rows.ts';
import { checkInput, resultOf } from '../shell/check-call.ts';
import { evaluateOutside } from '../shell/evaluate-outside.ts';
import type { Call } from '../shell/kinds.ts';
import type { Batch } from '../shell/open.ts';
import type { ShellParts } from '../shell/options.ts';
import type { InstanceRun } from '../shell/run.ts';
import { addDuration } from '../step/timer/add-duration.ts';
import { parseDuration } from '../step/timer/parse-duration.ts';
import { summarize } from '../step/index.ts';
import type { Failure, Result, Value, Variables, Wait } from '../step/types.ts';
import { sampleEntry, sampleOutput } from './sample.ts';
import type { Answer, StandIn } from './types.ts';

export interface Stage {
  tx: Tx;
  parts: ShellParts;
  batch: Batch;
  answers: Record<string, Answer>;
  standIns: StandIn[];
}

/** When the element is done that begins now. */
export function doneAt({ batch }: Pick<Stage, 'batch'>, run: InstanceRun, element: string): number {
  const estimate = run.definition.graph.nodes[element]?.estimate;
  const duration = estimate === undefined ? null : parseDuration(estimate);
  return duration === null ? batch.now : addDuration(batch.now, duration, batch.timeZone);
}

type Given = { value: Value; by: StandIn['by'] } | { failure: Failure };

/** Null where nothing is said of the element. */
async function given(stage: Stage, run: InstanceRun, element: string): Promise<Given | null> {
  const answer = stage.answers[element];
  if (answer?.error !== undefined)
    return { failure: { code: answer.error, message: answer.error, expected: true } };
  if (answer?.output !== undefined) return { value: answer.output, by: 'answer' };
  const source = run.definition.graph.nodes[element]?.example;
  if (source === undefined) return null;
  try {
    return { value: await exampleOf(stage, run, source), by: 'example' };
  } catch (error) {
    if (!(error instanceof ExpressionError || error instanceof Problem)) throw error;
    // The cast: params of expressions are texts and numbers.
    const params = error.params as Variables;
    return {
      failure: { code: error.code, message: error.message, params, expected: false, expression: source },
    };
  }
}

async function exampleOf(stage: Stage, run: InstanceRun, source: string): Promise<Value> {
  const { tx: db, parts, batch } = stage;
  const { variables, scopes } = summarize(run.definition.graph, run.state!);
  const { value } = await evaluateOutside({
    db,
    parts,
    actor: await parts.identity.flowActor(run.definition.key),
    source,
    scope: Object.assign({}, variables, ...scopes.map((scope) => scope.variables)) as Variables,
    bindings: { subject: run.subject && { ...run.subject } },
    now: batch.now,
    timeZone: batch.timeZone,
    isStrict: false,
  });
  return value;
}

/** The answer to a call that is not made. What the type refuses to be asked, it refuses here too. */
export async function standInForCall(stage: Stage, run: InstanceRun, call: Call): Promise<Result> {
  const task = stage.parts.registry.tasks.get(call.task)!;
  const input = checkInput(task, call.input);
  if (!input.ok) return input;
  const found = (await given(stage, run, call.element)) ?? {
    value: sampleOutput(task),
    by: 'default' as const,
  };
  if ('failure' in found) return { ok: false, failure: found.failure };
  stage.standIns.push({ element: call.element, ...found });
  return resultOf(task, { ok: true, value: found.value });
}

/** What a person enters; the form's own values where nothing is said. */
export async function standInForPerson(
  stage: Stage,
  run: InstanceRun,
  { element, form }: Extract<Wait, { kind: 'work-item' }>,
): Promise<Variables> {
  const found = await given(stage, run, element);
  const entered = { ...defaults(form), ...(found && 'value' in found ? asVariables(found.value) : {}) };
  stage.standIns.push({ element, by: found && 'value' in found ? found.by : 'default', value: entered });
  return entered;
}

/** What a message or signal brings; null where nothing is said, and it is waited for. */
export async function standInForEvent(
  stage: Stage,
  run: InstanceRun,
  element: string,
): Promise<Variables | null> {
  const found = await given(stage, run, element);
  if (found === null || !('value' in found)) return null;
  stage.standIns.push({ element, ...found });
  return asVariables(found.value);
}

function defaults(form: Value): Variables {
  // The step made it: a form of the work item's shape.
  const given = form as unknown as WorkForm | null;
  if (given === null || !('fields' in given)) return {};
  const fields = given.fields as (WorkFormField & { value?: Value })[];
  return Object.fromEntries(fields.map((field) => [field.id, sampleEntry(field)]));
}

const asVariables = (value: Value): Variables =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
