import { compile, evaluateFormula, ExpressionError, toExpressionRecord } from '../../expression/index.ts';
import type { FieldDefinition } from '../definition.ts';
import { fieldType } from '../field-types/all.ts';
import { parsed, refused, type Parsed } from '../field-types/field-type.ts';
import { moneyOf as amountOf } from '../field-types/money.ts';

export interface FormulaScope {
  /** Operands by field, in the form of the API. */
  values: Readonly<Record<string, unknown>>;
  /** Of money that it gives; null where it gives none. */
  currency: string | null;
  typeOf: (field: string) => string | undefined;
  /** Milliseconds since 1970. */
  now: number;
  timeZone: string;
}

/** The value for one record; null where an operand is empty, the formula fails, or the value is not of its type. */
export function readFormula(
  field: FieldDefinition,
  { values, currency, typeOf, now, timeZone }: FormulaScope,
): unknown {
  const value = evaluated(() =>
    evaluateFormula(compile(field.expression!), toExpressionRecord(values, typeOf), {
      bindings: {},
      now,
      timeZone,
      strict: true,
    }),
  );
  if (value === null) return null;
  const shown = asResult(value, field.result!, currency);
  return shown.ok ? shown.value : null;
}

/** The value as its type holds it: whole for one of whole numbers, with four places for money. */
export function asResult(value: unknown, result: FieldDefinition, currency: string | null): Parsed {
  if (result.type === 'money') {
    if (currency === null) return refused('formula-currencies');
    const isAmount = typeof value === 'number' && Math.abs(value) < 1e15;
    return isAmount ? parsed(amountOf(value.toFixed(4), currency)) : refused('not-money');
  }
  const whole = result.type === 'integer' && typeof value === 'number' ? Math.round(value) : value;
  return fieldType(result).parse(whole, result, { currency: 'XXX' });
}

/** A list must not fail because one record divides by zero. */
function evaluated(evaluate: () => unknown): unknown {
  try {
    return evaluate();
  } catch (error) {
    if (error instanceof ExpressionError) return null;
    throw error;
  }
}
