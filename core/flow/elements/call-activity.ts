import type { CallDefinition, NamedExpression } from '../graph/index.ts';
import { calledCancelled } from '../step/called-result.ts';
import { valueOf } from '../step/expression.ts';
import { Stop } from '../step/incident.ts';
import { complete } from '../step/moves.ts';
import type { PreparedNode } from '../step/prepare.ts';
import type { Run } from '../step/run.ts';
import type { Token } from '../step/state.ts';
import { catchError, throwError } from '../step/throw-error.ts';
import type { Effect, Result, Variables } from '../step/types.ts';
import { visibleVariables, writeVariables } from '../step/variables.ts';
import type { Element } from './element.ts';

type Invocation = Omit<Extract<Effect, { type: 'invoke' }>, 'type' | 'ask'>;

/** A flow that calls itself without end is stopped here. */
const deepest = 100;

/** Runs another flow as an instance of its own, and goes on when that has ended. */
export const callActivity: Element = {
  type: 'callActivity',
  enter(run, token, node) {
    const invocation = invocationOf(run, token, node);
    const ask = ++run.state.count;
    token.ask = ask;
    token.asks = 'flow';
    run.effects.push({ type: 'invoke', ask, ...invocation });
  },
  answer(run, token, node, result) {
    if (result.ok) {
      writeVariables(run, token.scope, outwardOf(run, token, node.definition.call!, result));
      return complete(run, token, node);
    }
    // Whatever happens next, the same failure is not looked at again.
    token.todo = undefined;
    const { failure } = result;
    const { code, message, params } = failure;
    if (failure.expected) return throwError(run, token, { code, message, ...(params && { params }) });
    // Somebody ended it by hand: a model that is prepared for that goes on.
    if (code === calledCancelled && catchError(run, token, { code, message })) return;
    throw new Stop({ code, params: { element: node.id, ...failure.params } });
  },
};

const invocationOf = (run: Run, token: Token, node: PreparedNode): Invocation => {
  const call = node.definition.call!;
  const { subject, caller } = run.state;
  const depth = (caller?.depth ?? 0) + 1;
  if (depth > deepest)
    throw new Stop({ code: 'flow.call-depth', params: { element: node.id, limit: deepest } });
  return {
    element: node.id,
    flow: flowOf(run, token, node, call),
    binding: call.binding,
    version: call.version,
    variables: {
      ...(call.hasAllIn ? visibleVariables(run, token.scope) : {}),
      ...valuesOf(run, token, call.in),
    },
    subject,
    businessKey: businessKeyOf(run, token, call),
    depth,
  };
};

const flowOf = (run: Run, token: Token, node: PreparedNode, { flow }: CallDefinition): string => {
  if ('key' in flow) return flow.key;
  const value = valueOf(run, token, flow.expression);
  if (typeof value === 'string' && value !== '') return value;
  throw new Stop({
    code: 'flow.called-invalid',
    params: { element: node.id, value: JSON.stringify(value) },
    expression: flow.expression,
  });
};

const businessKeyOf = (run: Run, token: Token, { businessKey }: CallDefinition): string | undefined => {
  if (businessKey === undefined) return run.state.businessKey;
  const value = valueOf(run, token, businessKey);
  if (value === null) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** The names an output expression sees are the variables of the called instance. */
const outwardOf = (
  run: Run,
  token: Token,
  call: CallDefinition,
  { value, unchanged = [] }: Extract<Result, { ok: true }>,
): Variables => {
  // The answer to an `invoke` is always the variables of an instance.
  const scope = value as Variables;
  const outward: Variables = call.hasAllOut ? { ...scope } : {};
  // What it was given and left alone may have been changed here meanwhile, by a branch beside the call.
  if (call.hasAllIn)
    for (const name of unchanged) if (!call.in.some((given) => given.name === name)) delete outward[name];
  return { ...outward, ...valuesOf(run, token, call.out, scope) };
};

const valuesOf = (
  run: Run,
  token: Token,
  pairs: readonly NamedExpression[],
  scope?: Variables,
): Variables => {
  const values: Variables = {};
  for (const { name, value } of pairs) values[name] = valueOf(run, token, value, scope && { scope });
  return values;
};
