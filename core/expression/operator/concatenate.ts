import { toText } from '../function/to-text.ts';
import { isNothing } from '../value.ts';
import type { Operator } from './operator.ts';

/** `&`. Missing is empty text; null is too under strict (JSONata writes the word "null" into the letter). */
export const concatenate: Operator = (left, right, isStrict) => part(left, isStrict) + part(right, isStrict);

function part(value: unknown, isStrict: boolean): string {
  if (typeof value === 'string') return value;
  if (value === undefined || (isStrict && isNothing(value))) return '';
  return toText(value) ?? '';
}
