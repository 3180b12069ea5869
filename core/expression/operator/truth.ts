import { isCallable } from '../value.ts';

/**
 * The effective boolean of JSONata, which `and`, `or`, `? :`, `[…]`, `$filter` and `$not` go by: missing, null,
 * 0, '', an empty list or object and a function are false; a list is true when one of its items is.
 */
export function isTrue(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (typeof value === 'string') return value.length > 0;
  if (Array.isArray(value)) return value.some(isTrue);
  if (typeof value !== 'object' || value === null || isCallable(value)) return false;
  return Object.keys(value).length > 0;
}
