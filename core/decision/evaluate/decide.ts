/** The result of a decision, and how it came about, those that it needs before it. */
import type { Value, Variables } from '../../expression/index.ts';
import { DecisionError } from '../decision-error.ts';
import { evaluateFeel, withClock, type FeelContext } from '../feel/evaluate-feel.ts';
import { toJson, toType } from '../feel/values.ts';
import type { Decision, DecisionModel, Need } from '../model.ts';
import { evaluateTable } from './evaluate-table.ts';

export interface DecisionCall {
  key: string;
  variables: Variables;
  /** Milliseconds since 1970. */
  now: number;
  timeZone: string;
}

export interface Outcome {
  value: Value;
  /** In the order in which they were decided; the one that was asked is the last. */
  trace: Decided[];
}

export interface Decided {
  decision: string;
  name: string;
  value: Value;
  inputs: { label: string; value: Value }[];
  /** Numbers of the rules that hit, from 1; absent for an expression. */
  rules?: number[];
}

export type DecisionResult = { ok: true; outcome: Outcome } | { ok: false; error: DecisionError };

export function decide(
  model: DecisionModel,
  { key, variables, now, timeZone }: DecisionCall,
): DecisionResult {
  try {
    const asked = model.decisions[key];
    if (asked === undefined) throw new DecisionError('decision.unknown', { decision: key });
    const context: FeelContext = withClock({ ...variables }, now, timeZone);
    const trace: Decided[] = [];
    for (const id of [...asked.requires, asked.id]) {
      const decision = model.decisions[id]!;
      const decided = decideOne(decision, context);
      trace.push(decided);
      context[decision.variable] = decided.value;
      context[decision.id] = decided.value;
    }
    return { ok: true, outcome: { value: trace.at(-1)!.value, trace } };
  } catch (error) {
    if (error instanceof DecisionError) return { ok: false, error };
    throw error;
  }
}

function decideOne(decision: Decision, context: FeelContext): Decided {
  const typed = { ...context };
  for (const need of decision.needs) typed[need.name] = needed(need, context);
  const { id, name, logic } = decision;
  if (logic.kind === 'table') return { decision: id, name, ...evaluateTable(logic, typed) };
  return { decision: id, name, value: toJson(evaluateFeel(logic.text, typed)), inputs: [] };
}

/** What nobody gave is nothing; what is given must fit. */
function needed({ name, type }: Need, context: FeelContext): unknown {
  const value = toType(context[name], type);
  if (value !== undefined) return value;
  throw new DecisionError('decision.input-type', {
    input: name,
    value: JSON.stringify(context[name]) ?? '',
    type,
  });
}
