import type { Node } from '../ast.ts';
import { childrenOf, operandOf, required } from '../ast.ts';
import { operators } from '../operator/by-symbol.ts';

/** Names that no expression can spell, for what the rewritten tree calls. */
export const operatorName = (symbol: string): string => `relata:${symbol}`;
export const negateName = 'relata:negate';

/**
 * Changes jsonata's tree in place, so that its interpreter calls our operators: `a < b` becomes a call with both
 * sides, the position, and the context (nothing is demanded of a missing one). `$now(picture)` becomes
 * `$fromMillis(now, picture)`, as jsonata's own clock is not the step's.
 */
export function rewrite(tree: Node, now: number): void {
  const seen = new Set<Node>();
  const open = [tree];
  for (let node = open.pop(); node; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    open.push(...childrenOf(node));
    rewriteNode(node, now);
  }
}

function rewriteNode(node: Node, now: number): void {
  const symbol = String(node.value);
  if (node.type === 'binary' && operators.has(symbol)) {
    becomeCall(node, operatorName(symbol), [operandOf(node), required(node.rhs)]);
  } else if (node.type === 'unary' && symbol === '-') {
    becomeCall(node, negateName, [required(node.expression)]);
  } else if (node.type === 'function' && node.procedure?.value === 'now' && node.arguments?.length) {
    node.procedure.value = 'fromMillis';
    node.arguments.unshift({ type: 'number', value: now });
  }
}

function becomeCall(node: Node, name: string, operands: Node[]): void {
  node.type = 'function';
  node.procedure = { type: 'variable', value: name };
  const position = { type: 'number', value: node.position };
  node.arguments = [...operands, position, { type: 'variable', value: '' }];
  delete node.lhs;
  delete node.rhs;
  delete node.expression;
}
