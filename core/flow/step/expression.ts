import { bindingsFor } from './bindings.ts';
import { evaluateNow, hostNeedOf } from './evaluate.ts';
import type { Compiled } from './evaluate.ts';
import { record } from './history.ts';
import { Stop } from './incident.ts';
import { Pause } from './pause.ts';
import { expressionOf } from './prepare.ts';
import type { PreparedFlow, PreparedNode } from './prepare.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';
import type { Value, Variables } from './types.ts';
import { visibleVariables } from './variables.ts';

interface Given {
  /** Names the expression sees instead of the variables, such as the result of a task. */
  scope?: Variables;
  /** The element to blame, where it is not the one the token stands at. */
  at?: string;
}

interface Evaluation {
  compiled: Compiled;
  scope: Variables;
  bindings: Variables;
}

/**
 * The value of an expression at a token. Breaks the move off (`Pause`) when a record or an outside evaluation
 * must be asked for first; stops it (`Stop`) when the expression fails.
 */
export const valueOf = (run: Run, token: Token, source: string, given?: Given): Value => {
  const compiled = expressionOf(run.prepared, source);
  const bindings = bindingsFor(run, token, compiled);
  const scope = given?.scope ?? namesSeen(run, token);
  if (!compiled.isSync) return outsideValue(run, token, { compiled, scope, bindings });
  const mark = run.effects.length;
  try {
    return evaluateNow(compiled, scope, {
      bindings,
      now: run.now,
      timeZone: run.timeZone,
      isStrict: run.prepared.graph.isStrict,
      log: (run.log ??= logger(run)),
      answers: token.known?.answers,
    });
  } catch (error) {
    const asked = hostNeedOf(error);
    if (asked === null) throw Stop.of(error, { expression: source, input: { ...scope }, at: given?.at });
    // It will be evaluated once more, and then say again what it logs.
    run.effects.length = mark;
    const [entity, id] = asked.need.args;
    if (asked.need.name === 'get' && typeof entity === 'string' && typeof id === 'string')
      throw Pause.forRecord({ entity, id, paths: ['*'], key: asked.key });
    return outsideValue(run, token, { compiled, scope, bindings });
  }
};

/** The variables, and what data associations bring to the element under names of its own. */
const namesSeen = (run: Run, token: Token): Variables => {
  const visible = visibleVariables(run, token.scope);
  const given = run.node?.definition.data?.in;
  if (given === undefined || given.length === 0) return visible;
  const seen = { ...visible };
  for (const { name, value } of given) seen[name] = valueOf(run, token, value, { scope: visible });
  return seen;
};

/** The value of a condition; anything but a boolean is an incident, not a guess. */
export const conditionOf = (run: Run, token: Token, node: PreparedNode, flow: PreparedFlow): boolean =>
  booleanOf(run, token, { source: flow.condition!, element: node.id, of: flow.id });

interface BooleanWanted {
  source: string;
  element: string;
  /** What the condition belongs to. */
  of: string;
  scope?: Variables;
}

export const booleanOf = (run: Run, token: Token, { source, element, of, scope }: BooleanWanted): boolean => {
  const value = valueOf(run, token, source, scope && { scope });
  if (typeof value === 'boolean') return value;
  throw new Stop({
    code: 'flow.condition-not-boolean',
    params: { element, flow: of, value: JSON.stringify(value) },
    expression: source,
    input: { ...(scope ?? visibleVariables(run, token.scope)) },
  });
};

const outsideValue = (run: Run, token: Token, { compiled, scope, bindings }: Evaluation): Value => {
  const value = token.known?.values?.[run.used++];
  if (value !== undefined) return value;
  throw Pause.forValue({ source: compiled.source, scope: { ...scope }, bindings });
};

const logger =
  (run: Run) =>
  (value: Value): void => {
    if (run.prepared.graph.history !== 'none') record(run, run.node!, 'log', value);
  };
