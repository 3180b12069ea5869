import { isObject } from '../value.ts';
import type { Operator } from './operator.ts';

/**
 * Strict: missing, null and a list without items are equal to each other, and differ from everything else. Otherwise
 * missing makes `=` and `!=` false.
 */
export const equal: Operator = (left, right, isStrict) => {
  if (isStrict && isNothing(left)) return isNothing(right);
  if (left === undefined || right === undefined) return false;
  return left === right || isSame(left, right);
};

export const unequal: Operator = (left, right, isStrict) => {
  if (!isStrict && (left === undefined || right === undefined)) return false;
  return !equal(left, right, isStrict);
};

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);

/** Deep; lists by order, objects by members; text never equals a number. */
export function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (Array.isArray(left)) {
    return (
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((item: unknown, index) => isSame(item, right[index]))
    );
  }
  if (!isObject(left) || !isObject(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && isSame(left[key], right[key]))
  );
}

/** Equal to one item; a single value is a list of itself; nothing in missing, and missing in nothing, is false. */
export const includes: Operator = (left, right) => {
  if (left === undefined || right === undefined) return false;
  return Array.isArray(right) ? right.includes(left) : left === right;
};
