import { aligned } from './aligned.ts';
import { classOf, NoSql, passing, type Part, type SqlCompiler } from './part.ts';

/** Null-safe: null equals null alone; `x = 'a' and x is not null` rather than IS NOT DISTINCT FROM, for the index. */
export function sqlEquality(left: Part, right: Part, compiler: SqlCompiler): Part {
  if (left.type === 'textList') return hasNone(left, right);
  if (right.type === 'textList') return hasNone(right, left);
  return { sql: `(${equality(left, right, compiler)})`, type: 'boolean', nothing: passing(left, right) };
}

/** A list without items equals null. */
function hasNone(list: Part, other: Part): Part {
  if (other.type !== 'null') throw new NoSql('equality of lists has no SQL');
  return { sql: `(${countOf(list)} = 0)`, type: 'boolean', nothing: 'never' };
}

/** The items of a list column; an empty one may be NULL there. */
export const countOf = (list: Part): string => `coalesce(cardinality(${list.sql}), 0)`;

function equality(left: Part, right: Part, compiler: SqlCompiler): string {
  if (right.type === 'null') return isNull(left);
  if (left.type === 'null') return isNull(right);
  if (classOf(left) !== classOf(right)) return differentTypes(left, right);
  const { l, r } = aligned(left, right, compiler);
  const kinds = [left.nothing, right.nothing];
  if (!kinds.includes('null')) return `${l} = ${r}`;
  if (kinds.includes('error')) {
    return `case when ${left.nothing === 'error' ? l : r} is not null then ${l} is not distinct from ${r} end`;
  }
  if (!kinds.includes('never')) return `${l} is not distinct from ${r}`;
  return `${l} = ${r} and ${left.nothing === 'null' ? l : r} is not null`;
}

function isNull(part: Part): string {
  if (part.type === 'null') return 'true';
  if (part.nothing === 'never') return 'false';
  return part.nothing === 'null' ? `${part.sql} is null` : `case when ${part.sql} is not null then false end`;
}

/** Values of different types are equal only when both are null. */
function differentTypes(left: Part, right: Part): string {
  const errors = [left, right].filter((part) => part.nothing === 'error');
  const test = errors.map((part) => `${part.sql} is not null`).join(' and ');
  if (errors.length > 0) return `case when ${test} then false end`;
  if (left.nothing === 'never' || right.nothing === 'never') return 'false';
  return `${left.sql} is null and ${right.sql} is null`;
}
