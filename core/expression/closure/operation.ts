import type { Node } from '../ast.ts';
import { operandOf, required } from '../ast.ts';
import { negate } from '../operator/arithmetic.ts';
import { operators } from '../operator/by-symbol.ts';
import { range } from '../operator/range.ts';
import { isTrue } from '../operator/truth.ts';
import { NotCovered, type Compiler, type Run } from './run.ts';

/** Nothing is demanded of a missing context: `missing[price > 5]` is missing, not an error. */
export function compileBinary(node: Node, compiler: Compiler): Run {
  const symbol = String(node.value);
  const left = compiler.compile(operandOf(node));
  const right = compiler.compile(required(node.rhs));
  if (symbol === 'and') return (i, f, c) => isTrue(left(i, f, c)) && isTrue(right(i, f, c));
  if (symbol === 'or') return (i, f, c) => isTrue(left(i, f, c)) || isTrue(right(i, f, c));
  if (symbol === '..') return (i, f, c) => range(left(i, f, c), right(i, f, c), c.meter);
  const operator = operators.get(symbol);
  if (!operator) throw new NotCovered(symbol);
  const { position } = node;
  if (symbol === '&') return measured(left, right, operator);
  return (input, frame, context) => {
    const l = left(input, frame, context);
    const r = right(input, frame, context);
    return operator(l, r, context.isStrict && input !== undefined, position);
  };
}

const measured =
  (left: Run, right: Run, operator: (l: unknown, r: unknown, isStrict: boolean) => unknown): Run =>
  (input, frame, context) => {
    const text = operator(left(input, frame, context), right(input, frame, context), context.isStrict);
    context.meter.textSize(String(text).length);
    return text;
  };

export function compileNegation(node: Node, compiler: Compiler): Run {
  const operand = compiler.compile(required(node.expression));
  return (input, frame, context) =>
    negate(operand(input, frame, context), context.isStrict && input !== undefined, node.position);
}
