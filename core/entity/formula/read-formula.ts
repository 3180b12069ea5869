import { compile, evaluateFormula, ExpressionError, toExpressionRecord } from '../../expression/index.ts';
import type { FieldDefinition } from '../definition.ts';
import { fieldType } from '../field-types/all.ts';

export interface FormulaScope {
  /** Operands by field, in the form of the API. */
  values: Readonly<Record<string, unknown>>;
  typeOf: (field: string) => string | undefined;
  /** Milliseconds since 1970. */
  now: number;
  timeZone: string;
}

/** The value for one record; null where an operand is empty, the formula fails, or the value is not of its type. */
export function readFormula(
  field: FieldDefinition,
  { values, typeOf, now, timeZone }: FormulaScope,
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
  const { result } = field;
  const whole = result!.type === 'integer' && typeof value === 'number' ? Math.round(value) : value;
  const parsed = fieldType(result!).parse(whole, result!, { currency: 'XXX' });
  return parsed.ok ? parsed.value : null;
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
