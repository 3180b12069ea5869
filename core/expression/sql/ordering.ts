import { aligned } from './aligned.ts';
import { classOf, errorOf, NoSql, type Part, type SqlCompiler } from './part.ts';

/** Nothing has no order: NULL, as the closure throws. Text goes by code point. */
export function sqlOrdering(symbol: string, [left, right]: [Part, Part], compiler: SqlCompiler): Part {
  if (left.type === 'null' || right.type === 'null') {
    return { sql: 'null::boolean', type: 'boolean', nothing: 'error' };
  }
  const kind = classOf(left);
  if (kind !== classOf(right) || (kind !== 'number' && kind !== 'text')) {
    throw new NoSql(`${left.type} ${symbol} ${right.type} is an error`);
  }
  const { l, r, isText } = aligned(left, right, compiler);
  const collation = isText ? ' collate "C"' : '';
  return { sql: `(${l} ${symbol} ${r}${collation})`, type: 'boolean', nothing: errorOf(left, right) };
}
