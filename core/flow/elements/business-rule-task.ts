import { stopOf } from '../step/commands/answer.ts';
import { valueOf } from '../step/expression.ts';
import { record } from '../step/history.ts';
import { complete, isShown } from '../step/moves.ts';
import type { Value, Variables } from '../step/types.ts';
import { visibleVariables, writeVariable } from '../step/variables.ts';
import { calling } from './calling.ts';
import type { Element } from './element.ts';

/** Asks a decision and keeps its result; or runs a task type, as a service task does. */
export const businessRuleTask: Element = {
  type: 'businessRuleTask',
  enter(run, token, node) {
    const { decision } = node.definition;
    if (decision === undefined) return calling.enter(run, token, node);
    const { ref, version, inputs } = decision;
    const variables: Variables = inputs.length === 0 ? { ...visibleVariables(run, token.scope) } : {};
    for (const { name, value } of inputs) variables[name] = valueOf(run, token, value);
    const ask = ++run.state.count;
    token.ask = ask;
    token.asks = 'call';
    run.effects.push({ type: 'decide', ask, element: node.id, decision: ref, version, variables });
  },
  answer(run, token, node, result) {
    const { decision } = node.definition;
    if (decision === undefined) return calling.answer(run, token, node, result);
    if (!result.ok) {
      // When somebody retries, it is asked again.
      token.todo = undefined;
      throw stopOf(result.failure);
    }
    // The shell answers `decide` with these members.
    const { value, version, trace } = result.value as { value: Value; version: Value; trace: Value };
    if (decision.result !== undefined) writeVariable(run, token.scope, decision.result, value);
    if (isShown(token, node))
      record(run, node, 'log', { decision: decision.ref, version, result: value, trace });
    complete(run, token, node);
  },
};
