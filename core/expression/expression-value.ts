import type { Value, Variables } from './value.ts';

/**
 * A field's value as expressions see it. It is converted once, when a record is bound to `$subject`, `$record` or
 * `$before`: money `{amount, currency}` is its amount in major units, decimals that came as text are numbers,
 * a Date is ISO text. Everything else stays as the API shows it; an empty field is null, an empty list is one without
 * items: `$count(lines)` of none is 0, and `lines[price > 1]` finds nothing.
 */
export function toExpressionValue(fieldType: string, value: unknown): Value {
  if (value === undefined || value === null) return listTypes.has(fieldType) ? [] : null;
  if (value instanceof Date) return value.toISOString();
  if (fieldType === 'money') return toNumber(isMoney(value) ? value.amount : value);
  if (numberTypes.has(fieldType)) return toNumber(value);
  return value as Value; // The API's own form of a field is JSON.
}

/** A whole record; `typeOf` answers the type of a field, undefined for system fields. */
export function toExpressionRecord(
  record: Readonly<Record<string, unknown>>,
  typeOf: (field: string) => string | undefined,
): Variables {
  return Object.fromEntries(
    Object.entries(record).map(([field, value]) => [field, toExpressionValue(typeOf(field) ?? '', value)]),
  );
}

const listTypes = new Set(['relationMany', 'multiSelect', 'tags']);
const numberTypes = new Set(['integer', 'decimal']);

const isMoney = (value: unknown): value is { amount: string } =>
  typeof value === 'object' && value !== null && 'amount' in value;

function toNumber(value: unknown): Value {
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}
