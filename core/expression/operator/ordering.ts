import { raise } from '../expression-error.ts';
import { isNothing, typeName } from '../value.ts';
import type { Operator } from './operator.ts';

/** `< <= > >=` of two numbers or two texts. Strict: nothing has no order and is an error. */
const ordering =
  (symbol: string, holds: (order: number) => boolean): Operator =>
  (left, right, isStrict, position) => {
    if (typeof left === 'number' && typeof right === 'number') return holds(left - right);
    if (typeof left === 'string' && typeof right === 'string') return holds(compareText(left, right));
    return refuse(symbol, [left, right], isStrict, position);
  };

export const less = ordering('<', (order) => order < 0);
export const lessOrEqual = ordering('<=', (order) => order <= 0);
export const greater = ordering('>', (order) => order > 0);
export const greaterOrEqual = ordering('>=', (order) => order >= 0);

/**
 * By code point, as PostgreSQL's collation "C" has it in UTF-8. JavaScript's own `<` goes by UTF-16 unit and
 * puts U+1F600 before U+FF5E.
 */
export function compareText(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const a = left.charCodeAt(index);
    const b = right.charCodeAt(index);
    if (a !== b) return codePointRank(a) - codePointRank(b);
  }
  return left.length - right.length;
}

/** Surrogates rank above everything else of the basic plane. */
const codePointRank = (unit: number): number =>
  unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit;

function refuse(
  operator: string,
  [left, right]: [unknown, unknown],
  isStrict: boolean,
  position?: number,
): undefined {
  if (isStrict && isNothing(left)) {
    raise('expression.nothing', { operator, side: 'left', found: typeName(left) }, position);
  }
  if (isStrict && isNothing(right)) {
    raise('expression.nothing', { operator, side: 'right', found: typeName(right) }, position);
  }
  if (!isOrdered(left) || !isOrdered(right) || (left !== undefined && right !== undefined)) {
    raise('expression.not-comparable', { operator, left: typeName(left), right: typeName(right) }, position);
  }
  return undefined;
}

const isOrdered = (value: unknown): boolean =>
  value === undefined || typeof value === 'string' || typeof value === 'number';
