import jsonata from 'jsonata';
import type { Node } from './ast.ts';
import { childrenOf } from './ast.ts';
import { ExpressionError, hasSentence, raise } from './expression-error.ts';
import { sourceLimit, treeDepthLimit } from './limits.ts';
import { compileLinear } from './regex.ts';

/** Parses, and refuses what could not run: too long, too deep, `$eval`, regular expressions beyond linear time. */
export function parse(source: string): Node {
  try {
    if (source.length > sourceLimit) raise('expression.limit', { name: 'characters', limit: sourceLimit });
    // The declaration of `ast()` names another shape than the parser makes.
    const tree = jsonata(source).ast() as unknown as Node;
    check(tree);
    return tree;
  } catch (error) {
    throw ofParser(error, source);
  }
}

function check(tree: Node): void {
  let level = [tree];
  const seen = new Set<Node>();
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > treeDepthLimit) raise('expression.limit', { name: 'nesting', limit: treeDepthLimit });
    for (const node of level) {
      seen.add(node);
      if (node.type === 'regex') compileLinear(node.value as RegExp, node.position);
      if (node.type === 'variable' && node.value === 'eval') {
        raise('expression.function-refused', { name: 'eval' }, node.position);
      }
    }
    level = level.flatMap(childrenOf).filter((node) => !seen.has(node));
  }
}

interface ParserError {
  code: string;
  position: number;
  token: unknown;
  value: unknown;
}

/** What the parser throws: an object with code, position and a message, or a stack that ran over. */
function ofParser(error: unknown, source: string): ExpressionError {
  const problem = error instanceof ExpressionError ? error : translate(error);
  problem.expression = source;
  return problem;
}

function translate(error: unknown): ExpressionError {
  if (error instanceof RangeError) {
    return new ExpressionError({
      code: 'expression.limit',
      params: { name: 'nesting', limit: treeDepthLimit },
    });
  }
  // What the parser throws.
  const { code, position, token, value } = error as Partial<ParserError>;
  return new ExpressionError({
    code:
      code && hasSentence(`expression.syntax.${code}`) ? `expression.syntax.${code}` : 'expression.syntax',
    params: { token: String(token ?? ''), value: String(value ?? '') },
    position,
  });
}
