import { operandOf, required, type Node } from '../ast.ts';
import { NoSql, type SqlCompiler } from './part.ts';

export function compileFilter(node: Node, compiler: SqlCompiler): string {
  if (node.type === 'binary' && node.value === 'and' && !node.predicate) {
    const sides = [operandOf(node), required(node.rhs)];
    if (sides.every(isBoolean)) return sides.map((side) => compileFilter(side, compiler)).join(' and ');
  }
  const part = compiler.part(node);
  if (part.type !== 'boolean') throw new NoSql('a filter must be a boolean', node.position);
  return `(${part.sql})`;
}

const comparing = new Set(['=', '!=', '<', '<=', '>', '>=', 'in', 'and', 'or']);

/** Only what is boolean by its form may stand alone; truth of other types has another SQL. */
const isBoolean = (node: Node): boolean =>
  (node.type === 'binary' && comparing.has(String(node.value))) ||
  (node.type === 'block' && node.expressions?.length === 1 && isBoolean(required(node.expressions[0])));
