import { compile } from './compile.ts';
import type { Node } from './ast.ts';
import { ExpressionError } from './expression-error.ts';

/** The texts that an expression writes out, one or a list of them; none where it computes them, or cannot be read. */
export function constantTexts(source: string): string[] {
  const tree = treeOf(source);
  if (tree === undefined) return [];
  const isList = tree.type === 'unary' && tree.value === '[';
  const items = isList ? (tree.expressions ?? []) : [tree];
  return items.flatMap((item) => (item.type === 'string' ? [String(item.value)] : []));
}

function treeOf(source: string): Node | undefined {
  try {
    return compile(source).tree;
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}
