import type { Value } from '../../expression/index.ts';
import { DecisionError } from '../decision-error.ts';
import { evaluateFeel, testFeel, type FeelContext } from '../feel/evaluate-feel.ts';
import { holds, type Literal } from '../feel/simple-test.ts';
import { toJson, toType } from '../feel/values.ts';
import type { DecisionTable, InputClause } from '../model.ts';
import {
  compileResult,
  compileTable,
  type CompiledResult,
  type CompiledTable,
  type CompiledTest,
} from './compile-table.ts';
import { choose, type Hit } from './hit-policy.ts';

export interface TableOutcome {
  value: Value;
  /** What the inputs were, by label. */
  inputs: { label: string; value: Value }[];
  /** Numbers of the rules that hit, in the order in which they count. */
  rules: number[];
}

export function evaluateTable(table: DecisionTable, context: FeelContext): TableOutcome {
  const compiled = compileTable(table);
  const inputs = table.inputs.map((input, index) => inputOf(input, compiled.allowed[index]!, context));
  const hits: Hit[] = [];
  for (const { number, tests, results } of compiled.rules) {
    if (!tests.every((test, index) => passes(test, inputs[index]!, context))) continue;
    hits.push({ number, outputs: results.map((result) => resultOf(result, context)) });
    if (table.hitPolicy === 'FIRST') break;
  }
  const { value, rules } = choose(compiled, hits, () => fallbackOf(compiled, context));
  return {
    value,
    rules,
    inputs: table.inputs.map(({ label }, index) => ({ label, value: toJson(inputs[index]!.value) })),
  };
}

interface Input {
  value: unknown;
  /** As simple tests compare it; undefined for what only the interpreter looks into, such as a list. */
  literal: Literal | undefined;
}

function inputOf(input: InputClause, allowed: CompiledTest | null, context: FeelContext): Input {
  const given = evaluateFeel(input.expression, context);
  const value = toType(given, input.type);
  const params = { input: input.label, value: JSON.stringify(given) ?? '', type: input.type };
  if (value === undefined) throw new DecisionError('decision.input-type', params);
  const made = { value, literal: literalFor(value, input) };
  if (allowed !== null && value !== null && !passes(allowed, made, context))
    throw new DecisionError('decision.input-not-allowed', { ...params, allowed: input.allowed });
  return made;
}

function literalFor(value: unknown, { type }: InputClause): Literal | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  return type === 'date' ? Date.parse(String(value)) : undefined;
}

const passes = ({ text, simple }: CompiledTest, { value, literal }: Input, context: FeelContext): boolean =>
  simple === null || (literal === undefined && !simple.isAny)
    ? testFeel(text, value, context)
    : holds(simple, literal ?? null);

const resultOf = ({ text, literal }: CompiledResult, context: FeelContext): Value =>
  literal === undefined ? toJson(evaluateFeel(text, context)) : literal;

function fallbackOf({ table: { outputs } }: CompiledTable, context: FeelContext): Value[] | null {
  if (outputs.every(({ fallback }) => fallback === '')) return null;
  return outputs.map(({ fallback }) => resultOf(compileResult(fallback), context));
}
