/** Measures that are calculated from others, such as `won / count`. */
import {
  compile,
  evaluateFormula,
  ExpressionError,
  type Compiled,
  type Variables,
} from '../../expression/index.ts';
import { invalid, type FieldError } from '../../errors.ts';
import type { ReportMeasure } from '../definition.ts';

export type Values = Record<string, unknown>;
export type Calculated = Extract<ReportMeasure, { expression: string }>;
export type Counted = Exclude<ReportMeasure, Calculated>;

export const isCounted = (measure: ReportMeasure): measure is Counted => !isCalculated(measure);
export const isCalculated = (measure: ReportMeasure): measure is Calculated => 'expression' in measure;

export interface Moment {
  now: number;
  timeZone: string;
  /** Of calculated money where the row has none. */
  currency: string;
}

/** Adds the calculated measures to a row's values. Throws problem `validation` where one cannot be calculated. */
export function calculator(measures: readonly ReportMeasure[], moment: Moment): (values: Values) => void {
  const operands = new Set(measures.filter(isCounted).map(({ id }) => id));
  const errors: FieldError[] = [];
  const steps = measures.flatMap((measure, index) => {
    if (!isCalculated(measure)) return [];
    const compiled = compiledOr(measure.expression, {
      operands,
      pointer: `/definition/measures/${index}/expression`,
    });
    if ('pointer' in compiled) {
      errors.push(compiled);
      return [];
    }
    return [{ id: measure.id, compiled, isMoney: measure.format === 'money' }];
  });
  if (errors.length > 0) throw invalid(errors);
  return (values) => {
    const scope = Object.fromEntries([...operands].map((id) => [id, numberOf(values[id])]));
    const currency = currencyIn(values) ?? moment.currency;
    for (const { id, compiled, isMoney } of steps) {
      const value = calculated(compiled, scope, moment);
      values[id] = isMoney && typeof value === 'number' ? [{ amount: value.toFixed(2), currency }] : value;
    }
  };
}

function compiledOr(
  source: string,
  { operands, pointer }: { operands: ReadonlySet<string>; pointer: string },
): Compiled | FieldError {
  try {
    const compiled = compile(source);
    if (!compiled.isSync || compiled.hostFunctions.length > 0 || compiled.bindings.length > 0)
      return { pointer, code: 'report-formula-plain' };
    const unknown = compiled.roots.find((root) => !operands.has(root));
    if (unknown === undefined) return compiled;
    const params = { operand: unknown.slice(0, 80), measures: [...operands].join(', ') };
    return { pointer, code: 'report-formula-operand', params };
  } catch (error) {
    if (error instanceof ExpressionError) return { pointer, code: error.code, params: { ...error.params } };
    throw error;
  }
}

const currencyIn = (values: Values): string | undefined =>
  // The cast: only money is a list.
  (
    Object.values(values).find((value) => Array.isArray(value) && value.length > 0) as { currency: string }[]
  )?.[0]?.currency;

/** Money as a number where there is one currency; with several there is nothing to calculate with. */
export function numberOf(value: unknown): number | string | null {
  // The cast: what is no money is a number, or a day as text.
  if (!Array.isArray(value)) return (value as number | string | undefined) ?? null;
  if (value.length !== 1) return value.length === 0 ? 0 : null;
  return Number((value[0] as { amount: string }).amount); // sums of money are lists of amounts
}

/** Null where a row has nothing to calculate with: a division by nothing, a missing value. */
function calculated(compiled: Compiled, scope: Variables, { now, timeZone }: Moment): number | string | null {
  try {
    const value = evaluateFormula(compiled, scope, { bindings: {}, now, timeZone, strict: true });
    if (typeof value === 'number') return Number.isFinite(value) ? value : null;
    return typeof value === 'string' ? value.slice(0, 400) : null;
  } catch (error) {
    if (error instanceof ExpressionError) return null;
    throw error;
  }
}
