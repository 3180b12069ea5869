import type { CommonOptions, Field, FieldTypeSpec, Given } from './field-type.ts';
import { plainText } from './plain-text.ts';
import { textType } from './text.ts';

const defaultMax = 100_000;

export const longTextType: FieldTypeSpec = {
  ...textType,
  type: 'longText',
  isSortable: false,
  parse: (value, field) => plainText(value, field.max ?? defaultMax),
};

/** Several lines; at most `max` characters (100,000 when absent). */
export const longText = <const O extends CommonOptions<string> & { max?: number }>(
  options?: O,
): Field<Given<string, O>> => ({ ...options, type: 'longText' });
