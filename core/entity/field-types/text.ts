import type { CommonOptions, Field, FieldTypeSpec, Given } from './field-type.ts';
import { plainText } from './plain-text.ts';

export const defaultMax = 1000;

export const textType: FieldTypeSpec = {
  type: 'text',
  kind: 'text',
  isSortable: true,
  columns: () => [{ suffix: '', type: 'text' }],
  parse: (value, field) => plainText(value, field.max ?? defaultMax),
  toColumns: (value) => [String(value)],
  fromColumns: ([value]) => value,
};

/** One line of text; at most `max` characters (1,000 when absent). */
export const text = <const O extends CommonOptions<string> & { max?: number }>(
  options?: O,
): Field<Given<string, O>> => ({ ...options, type: 'text' });
