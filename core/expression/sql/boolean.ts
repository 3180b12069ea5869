import { required, type Node } from '../ast.ts';
import { asText } from './aligned.ts';
import { double } from './arithmetic.ts';
import { classOf, NoSql, passing, type Nothing, type Part, type SqlCompiler } from './part.ts';

/** The effective boolean: null is false, an error stays NULL. */
export function truth(part: Part): Part {
  const test = truthTest(part);
  const sql = part.nothing === 'null' && part.type !== 'null' ? `coalesce(${test}, false)` : test;
  return { sql, type: 'boolean', nothing: passing(part) };
}

function truthTest(part: Part): string {
  switch (part.type) {
    case 'null':
      return 'false';
    case 'boolean':
      return part.sql;
    case 'number':
      return `(${part.sql} <> 0)`;
    case 'textList':
      throw new NoSql('truth of a list has no SQL');
    default:
      return `(${asText(part)} <> '')`;
  }
}

/** The right side counts only when the left is true, errors of the left come first: as the closures do. */
export function sqlAnd(left: Part, right: Part): Part {
  const [l, r] = [truth(left), truth(right)];
  const sql =
    l.nothing === 'never'
      ? `(${l.sql} and ${r.sql})`
      : `(case when ${l.sql} then ${r.sql} when not ${l.sql} then false end)`;
  return { sql, type: 'boolean', nothing: passing(l, r) };
}

export function sqlOr(left: Part, right: Part): Part {
  const [l, r] = [truth(left), truth(right)];
  const sql =
    l.nothing === 'never'
      ? `(${l.sql} or ${r.sql})`
      : `(case when ${l.sql} then true when not ${l.sql} then ${r.sql} end)`;
  return { sql, type: 'boolean', nothing: passing(l, r) };
}

/** Without an else the closure misses, which is null here. */
export function sqlConditional(node: Node, compiler: SqlCompiler): Part {
  const test = truth(compiler.part(required(node.condition)));
  const then = compiler.part(required(node.then));
  const otherwise = node.else
    ? compiler.part(node.else)
    : ({ sql: 'null', type: 'null', nothing: 'null' } satisfies Part);
  const { type, isDouble, first, second } = branches(then, otherwise);
  const last = test.nothing === 'never' ? 'else' : `when not ${test.sql} then`;
  return {
    sql: `(case when ${test.sql} then ${first} ${last} ${second} end)`,
    type,
    isDouble,
    nothing: merged([test.nothing, then.nothing, otherwise.nothing]),
  };
}

function branches(then: Part, otherwise: Part) {
  if (then.type === 'null') return { ...otherwise, first: 'null', second: otherwise.sql };
  if (otherwise.type === 'null' || then.type === otherwise.type) {
    const isDouble = then.isDouble === true || otherwise.isDouble === true;
    const [first, second] = isDouble ? [double(then), double(otherwise)] : [then.sql, otherwise.sql];
    return { type: then.type, isDouble, first, second };
  }
  if (classOf(then) !== classOf(otherwise)) throw new NoSql('branches of different types have no SQL');
  return { type: 'text' as const, isDouble: false, first: asText(then), second: asText(otherwise) };
}

function merged(kinds: Nothing[]): Nothing {
  if (kinds.includes('null') && kinds.includes('error'))
    throw new NoSql('null and errors would be the same NULL');
  return kinds.find((kind) => kind !== 'never') ?? 'never';
}
