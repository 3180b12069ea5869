/** A formula as people put it together: one calculation with fields, numbers and today. */
import type { FieldType } from '../../core/entity/definition.ts';

export type Sign = '+' | '-' | '*' | '/';
export const calculationSigns: readonly Sign[] = ['+', '-', '*', '/'];

/** Operands are written as in the expression: a path, a number, or `$today()`. */
export type Calculation =
  | { kind: 'days' | 'months'; left: string; right: string }
  | { kind: 'later'; left: string; right: string }
  | { kind: 'numbers'; left: string; sign: Sign; right: string }
  | { kind: 'texts'; left: string; between: string; right: string };

export type CalculationKind = Calculation['kind'] | 'check';
export const calculationKinds: readonly CalculationKind[] = [
  'days',
  'months',
  'later',
  'numbers',
  'texts',
  'check',
];

/** What the value of a calculation is, unless somebody says otherwise. */
export const resultOf = (
  kind: CalculationKind,
  { left, right, sign }: { left?: string; right?: string; sign?: Sign } = {},
): { type: FieldType } => {
  if (kind === 'days' || kind === 'months') return { type: 'integer' };
  if (kind === 'later') return { type: left === 'dateTime' ? 'dateTime' : 'date' };
  if (kind === 'texts') return { type: 'text' };
  if (kind === 'check') return { type: 'boolean' };
  if (isMoney({ left, right, sign })) return { type: 'money' };
  return { type: left === 'integer' && right === 'integer' ? 'integer' : 'decimal' };
};

/** Money by money is a share, and no number is divided by money. */
const isMoney = ({ left, right, sign }: { left?: string; right?: string; sign?: Sign }): boolean => {
  const [one, other] = [left === 'money', right === 'money'];
  if (sign === '*') return one !== other;
  return sign === '/' ? one && !other : one || other;
};
