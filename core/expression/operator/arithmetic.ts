import { raise } from '../expression-error.ts';
import { isNothing, typeName } from '../value.ts';
import type { Operator } from './operator.ts';

/** `+ - * / %` on doubles. Strict: nothing on a side is an error; otherwise missing makes missing, as JSONata has it. */
const arithmetic =
  (symbol: string, compute: (left: number, right: number) => number): Operator =>
  (left, right, isStrict, position) => {
    if (typeof left === 'number' && typeof right === 'number') {
      const result = compute(left, right);
      if (Number.isFinite(result)) return result;
      return raise('expression.not-finite', { operator: symbol }, position);
    }
    checkNumber(symbol, 'left', left, isStrict, position);
    checkNumber(symbol, 'right', right, isStrict, position);
    return undefined;
  };

export const add = arithmetic('+', (a, b) => a + b);
export const subtract = arithmetic('-', (a, b) => a - b);
export const multiply = arithmetic('*', (a, b) => a * b);
export const divide = arithmetic('/', (a, b) => a / b);
export const remainder = arithmetic('%', (a, b) => a % b);

export function negate(value: unknown, isStrict: boolean, position?: number): unknown {
  if (typeof value === 'number') return -value;
  checkNumber('-', 'right', value, isStrict, position);
  return undefined;
}

function checkNumber(
  operator: string,
  side: 'left' | 'right',
  value: unknown,
  isStrict: boolean,
  position?: number,
): void {
  if (typeof value === 'number') return;
  if (isStrict && isNothing(value)) {
    raise('expression.nothing', { operator, side, found: typeName(value) }, position);
  }
  if (value !== undefined)
    raise('expression.not-number', { operator, side, found: typeName(value) }, position);
}
