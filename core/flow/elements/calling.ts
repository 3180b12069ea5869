import type { NamedExpression, TaskBinding } from '../graph/index.ts';
import { stopOf } from '../step/commands/answer.ts';
import { valueOf } from '../step/expression.ts';
import { complete } from '../step/moves.ts';
import type { Run } from '../step/run.ts';
import type { Token } from '../step/state.ts';
import { throwError } from '../step/throw-error.ts';
import type { Value, Variables } from '../step/types.ts';
import { writeVariables } from '../step/variables.ts';
import type { Element } from './element.ts';

/**
 * Runs a task type: inputs are mapped, the shell is asked to call, outputs are mapped back. An expected failure
 * is an error of the process; any other, after the shell's retries, an incident whose retry calls again.
 */
export const calling: Required<Pick<Element, 'enter' | 'answer'>> = {
  enter(run, token, node) {
    const { type, inputs, retries } = node.definition.task!;
    const input = inputOf(run, token, inputs);
    const ask = ++run.state.count;
    token.ask = ask;
    token.asks = 'call';
    const idempotencyKey = `${run.state.instance}:${node.id}:${ask}`;
    run.effects.push({ type: 'call', ask, element: node.id, task: type, input, retries, idempotencyKey });
  },
  answer(run, token, node, result) {
    if (result.ok) {
      writeVariables(run, token.scope, outputsOf(run, token, node.definition.task!, result.value));
      return complete(run, token, node);
    }
    // Whatever happens next, the same failure is not looked at again.
    token.todo = undefined;
    const { failure } = result;
    if (!failure.expected) throw stopOf(failure);
    const { code, message, params } = failure;
    throwError(run, token, { code, message, ...(params && { params }) });
  },
};

const inputOf = (run: Run, token: Token, inputs: readonly NamedExpression[]): Variables => {
  const input: Variables = {};
  for (const { name, value } of inputs) input[name] = valueOf(run, token, value);
  return input;
};

/** The names an output expression sees are those of the result. */
const outputsOf = (run: Run, token: Token, task: TaskBinding, result: Value): Variables => {
  const scope: Variables =
    typeof result === 'object' && result !== null && !Array.isArray(result) ? result : {};
  const outputs: Variables = {};
  for (const { name, value } of task.outputs)
    outputs[name] = value === '' ? result : valueOf(run, token, value, { scope });
  return outputs;
};
