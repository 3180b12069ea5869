import { writeLiteral } from '../condition/literal.ts';
import type { Calculation } from './calculation.ts';

export const writeCalculation = (calculation: Calculation): string => {
  const { left, right } = calculation;
  if (calculation.kind === 'later') return `$addDays(${left}, ${right})`;
  if (calculation.kind === 'numbers') return `${left} ${calculation.sign} ${right}`;
  if (calculation.kind === 'texts') return `${left} & ${writeLiteral(calculation.between)} & ${right}`;
  return `$${calculation.kind}(${left}, ${right})`;
};
