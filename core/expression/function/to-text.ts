import { raise } from '../expression-error.ts';
import { isCallable } from '../value.ts';

/** `$string`: text as it is, everything else as JSON; numbers with 15 significant digits, as JSONata has it. */
export function toText(value: unknown, isPretty = false): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string') return value;
  if (isFunctionLike(value)) return '';
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return raise('expression.not-finite', { operator: '$string' });
  }
  return JSON.stringify(value, shorten, isPretty ? 2 : 0);
}

function shorten(_key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isInteger(value)) return Number(value.toPrecision(15));
  return isFunctionLike(value) ? '' : value;
}

const isFunctionLike = (value: unknown): boolean => typeof value === 'function' || isCallable(value);
