import { today } from '../condition/condition.ts';
import { readCondition, readPath } from '../condition/read-condition.ts';
import { parseExpression, type ExpressionNode } from '../expression/parse-expression.ts';
import { calculationSigns, type Calculation, type CalculationKind, type Sign } from './calculation.ts';

/** The calculation a JSONata source says, when it is as simple as the builder can show. */
export const readCalculation = (source: string): Calculation | null => {
  const node = source.trim() === '' ? null : parseExpression(source);
  if (!node) return null;
  if (node.type === 'function') return readFunction(node);
  if (node.type !== 'binary' || !node.lhs || !node.rhs) return null;
  if (node.value === '&') return readTexts(node);
  const sign = calculationSigns.find((each): each is Sign => each === node.value);
  const [left, right] = [readOperand(node.lhs), readOperand(node.rhs)];
  return sign && left && right ? { kind: 'numbers', left, sign, right } : null;
};

/** Which of the kinds it is; null for a formula of one's own. */
export const kindOf = (source: string): CalculationKind | null =>
  readCalculation(source)?.kind ?? (source.trim() !== '' && readCondition(source) ? 'check' : null);

const functions: Readonly<Record<string, 'days' | 'months' | 'later'>> = {
  days: 'days',
  months: 'months',
  addDays: 'later',
};

const readFunction = (node: ExpressionNode): Calculation | null => {
  const kind = functions[String(node.procedure?.value)];
  const [first, second, ...more] = node.arguments ?? [];
  const [left, right] = [first && readOperand(first), second && readOperand(second)];
  return kind && left && right && more.length === 0 ? { kind, left, right } : null;
};

const readTexts = (node: ExpressionNode): Calculation | null => {
  const inner = node.lhs;
  if (inner?.type !== 'binary' || inner.value !== '&' || inner.rhs?.type !== 'string') return null;
  const left = inner.lhs && readPath(inner.lhs);
  const right = node.rhs && readPath(node.rhs);
  return left && right ? { kind: 'texts', left, between: String(inner.rhs.value), right } : null;
};

const readOperand = (node: ExpressionNode): string | null => {
  if (node.type === 'number') return String(node.value);
  if (node.type === 'function' && node.procedure?.value === 'today' && node.arguments?.length === 0)
    return today;
  return readPath(node);
};
