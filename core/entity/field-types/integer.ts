import type { FieldDefinition, LocalText } from '../definition.ts';
import {
  parsed,
  refused,
  type CommonOptions,
  type Field,
  type FieldTypeSpec,
  type Given,
  type Refused,
} from './field-type.ts';

export const integerType: FieldTypeSpec = {
  type: 'integer',
  kind: 'number',
  isSortable: true,
  columns: () => [{ suffix: '', type: 'bigint' }],
  parse(value, field) {
    const number = typeof value === 'string' && /^\s*[+-]?\d{1,16}\s*$/.test(value) ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isSafeInteger(number)) return refused('not-integer');
    return outOfRange(number, field) ?? parsed(number);
  },
  toColumns: (value) => [String(value)],
  fromColumns: ([value]) => Number(value),
};

export function outOfRange(number: number, field: FieldDefinition): Refused | undefined {
  if (field.min !== undefined && number < field.min) return refused('number-small', { min: field.min });
  if (field.max !== undefined && number > field.max) return refused('number-large', { max: field.max });
  return undefined;
}

/** A whole number, exact up to 2^53. */
export const integer = <
  const O extends CommonOptions<number> & { min?: number; max?: number; unit?: LocalText },
>(
  options?: O,
): Field<Given<number, O>> => ({ ...options, type: 'integer' });
