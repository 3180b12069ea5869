import { parseBoolean } from '../cell/parse-boolean.ts';
import { detectDateOrder } from '../cell/parse-date.ts';
import { detectDecimal, parseNumber } from '../cell/parse-number.ts';
import type { ColumnProfile } from '../mapping.ts';

const shown = 5;
/** A few words such as `n/a` do not make a column of numbers another thing. */
const mostAreNumbers = 0.8;

/** Looks at the first rows of a file, column by column. */
export function profileColumns(
  names: readonly string[],
  rows: readonly (readonly string[])[],
): ColumnProfile[] {
  return names.map((name, column) => profile(name, column, rows));
}

/** Different values of a column, most frequent first. */
export function distinctValues(rows: readonly (readonly string[])[], column: number): string[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = row[column]?.trim() ?? '';
    if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([value]) => value);
}

function profile(name: string, column: number, rows: readonly (readonly string[])[]): ColumnProfile {
  const values = distinctValues(rows, column);
  const decimal = detectDecimal(values);
  const dateOrders = detectDateOrder(values);
  return {
    column,
    name,
    kind: kindOf(values, { decimal: decimal ?? '.', isDate: dateOrders.length > 0 }),
    samples: values.slice(0, shown),
    empty: rows.filter((row) => (row[column]?.trim() ?? '') === '').length,
    distinct: values.length,
    dateOrders,
    decimal,
  };
}

function kindOf(
  values: readonly string[],
  hints: { decimal: '.' | ','; isDate: boolean },
): ColumnProfile['kind'] {
  if (values.length === 0) return 'empty';
  const numbers = values.map((value) => parseNumber(value, hints.decimal));
  const real = numbers.filter((number) => number !== null);
  if (real.length >= values.length * mostAreNumbers)
    return real.every((number) => /^-?\d+$/.test(number)) ? 'integer' : 'number';
  if (hints.isDate) return 'date';
  if (values.every((value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value))) return 'email';
  return values.every((value) => parseBoolean(value) !== null) ? 'boolean' : 'text';
}
