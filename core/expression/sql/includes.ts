import { operandOf, required, type Node } from '../ast.ts';
import { asText } from './aligned.ts';
import { sqlEquality } from './equality.ts';
import { isTextual, NoSql, passing, type Part, type SqlCompiler } from './part.ts';

/** In a list that is written out, or in a column of several texts. */
export function sqlIncludes(node: Node, compiler: SqlCompiler): Part {
  const left = compiler.part(operandOf(node));
  const right = required(node.rhs);
  if (right.type === 'unary' && right.value === '[') return inList(left, right.expressions ?? [], compiler);
  const list = compiler.part(right);
  if (list.type !== 'textList' || !isTextual(left))
    throw new NoSql('in takes a written list or a list column');
  if (left.nothing === 'error') throw new NoSql('an error in a list column has no SQL');
  return { sql: `coalesce(${asText(left)} = any(${list.sql}), false)`, type: 'boolean', nothing: 'never' };
}

function inList(left: Part, items: Node[], compiler: SqlCompiler): Part {
  if (!items.every((item) => ['string', 'number', 'value'].includes(item.type))) {
    throw new NoSql('only lists of literals have SQL');
  }
  const value: Part = { ...left, nothing: left.nothing === 'error' ? 'never' : left.nothing };
  const tests = items.map((item) => sqlEquality(value, compiler.part(item), compiler).sql);
  const any = tests.length === 0 ? 'false' : `(${tests.join(' or ')})`;
  const sql = left.nothing === 'error' ? `(case when ${left.sql} is not null then ${any} end)` : any;
  return { sql, type: 'boolean', nothing: passing(left) };
}
