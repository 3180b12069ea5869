import { evaluateNow } from './evaluate.ts';
import type { Compiled } from './evaluate.ts';
import { Stop } from './incident.ts';
import { record } from './history.ts';
import { Pause } from './pause.ts';
import { expressionOf, subjectPathsOf } from './prepare.ts';
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

/**
 * The value of an expression at a token. Breaks the move off (`Pause`) when the record or an outside evaluation
 * must be asked for first; stops it (`Stop`) when the expression fails.
 */
export const valueOf = (run: Run, token: Token, source: string, given?: Given): Value => {
  const compiled = expressionOf(run.prepared, source);
  const bindings = bindingsFor(run, token, compiled);
  const scope = given?.scope ?? visibleVariables(run, token.scope, compiled.roots);
  if (!compiled.isSync) return outsideValue(run, token, { compiled, scope, bindings });
  try {
    return evaluateNow(compiled, scope, {
      bindings,
      now: run.now,
      timeZone: run.timeZone,
      isStrict: run.prepared.graph.isStrict,
      log: (run.log ??= logger(run)),
    });
  } catch (error) {
    throw Stop.of(error, { expression: source, input: scope, at: given?.at });
  }
};

/** The value of a condition; anything but a boolean is an incident, not a guess. */
export const conditionOf = (run: Run, token: Token, node: PreparedNode, flow: PreparedFlow): boolean => {
  const expression = flow.condition!;
  const value = valueOf(run, token, expression);
  if (typeof value === 'boolean') return value;
  throw new Stop({
    code: 'flow.condition-not-boolean',
    params: { element: node.id, flow: flow.id, value: JSON.stringify(value) ?? '' },
    expression,
    input: visibleVariables(run, token.scope, expressionOf(run.prepared, expression).roots),
  });
};

const none: Variables = {};

const bindingsFor = (run: Run, token: Token, compiled: Compiled): Variables => {
  if (compiled.bindings.length === 0) return none;
  const bindings: Variables = {};
  const { state } = run;
  for (const name of compiled.bindings) {
    if (name === 'subject') bindings.subject = subjectOf(run, token, compiled);
    else if (name === 'actor') bindings.actor = { id: run.actor };
    else if (name === 'before') bindings.before = state.before ?? null;
    else if (name === 'instance')
      bindings.instance = {
        id: state.instance,
        flow: run.prepared.graph.key,
        businessKey: state.businessKey ?? null,
        startedAt: new Date(state.startedAt).toISOString(),
      };
  }
  return bindings;
};

const subjectOf = (run: Run, token: Token, compiled: Compiled): Value => {
  const { subject } = run.state;
  if (subject === undefined) throw new Stop({ code: 'flow.subject-missing', expression: compiled.source });
  if (token.known?.subject !== undefined) return token.known.subject;
  const paths = subjectPathsOf(run.prepared, run.node!) ?? [];
  if (paths.length === 1 && paths[0] === 'id') return { id: subject.id };
  throw new Pause((_, asking) => {
    asking.ask = ++run.state.count;
    asking.asks = 'subject';
    return { type: 'read', ask: asking.ask, records: [{ ...subject, paths }] };
  });
};

const outsideValue = (
  run: Run,
  token: Token,
  call: { compiled: Compiled; scope: Variables; bindings: Variables },
): Value => {
  const value = token.known?.values?.[run.used++];
  if (value !== undefined) return value;
  const { source } = call.compiled;
  throw new Pause((_, asking) => {
    asking.ask = ++run.state.count;
    asking.asks = 'value';
    return {
      type: 'evaluate',
      ask: asking.ask,
      element: asking.at,
      source,
      scope: { ...call.scope },
      bindings: call.bindings,
    };
  });
};

const logger =
  (run: Run) =>
  (value: Value): void => {
    if (run.prepared.graph.history !== 'none') record(run, run.node!, 'log', value);
  };
