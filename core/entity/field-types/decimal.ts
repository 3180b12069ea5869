import type { LocalText } from '../definition.ts';
import {
  parsed,
  refused,
  type CommonOptions,
  type Field,
  type FieldTypeSpec,
  type Given,
} from './field-type.ts';
import { outOfRange } from './integer.ts';

const defaultScale = 4;
/** Beyond it a JavaScript number no longer holds every digit. */
const mostDigits = 15;

export const decimalType: FieldTypeSpec = {
  type: 'decimal',
  kind: 'number',
  isSortable: true,
  columns: (field) => [{ suffix: '', type: `numeric(20,${field.scale ?? defaultScale})` }],
  parse(value, field) {
    const isNumeric = typeof value === 'string' && /^\s*[+-]?\d{1,15}(\.\d{1,15})?\s*$/.test(value);
    const number = isNumeric ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isFinite(number)) return refused('not-number');
    if (Math.abs(number) >= 10 ** mostDigits) return refused('number-large', { max: 10 ** mostDigits });
    const kept = Number(number.toFixed(field.scale ?? defaultScale));
    return outOfRange(kept, field) ?? parsed(kept);
  },
  toColumns: (value) => [String(value)],
  fromColumns: ([value]) => Number(value),
};

/** A number with `scale` decimal places (4 when absent), stored exactly. */
export const decimal = <
  const O extends CommonOptions<number> & {
    min?: number;
    max?: number;
    scale?: number;
    unit?: LocalText;
    format?: 'percent';
  },
>(
  options?: O,
): Field<Given<number, O>> => ({ ...options, type: 'decimal' });
