import type { Compiled } from '../compiled.ts';
import { sqlNode } from './node.ts';
import { NoSql, type SqlCompiler, type SqlOptions, type SqlType } from './part.ts';

export type SqlResult =
  | { isOk: true; sql: string; params: unknown[]; type: SqlType | 'null' }
  /** In English: for logs and tests; the expression is then evaluated in memory. */
  | { isOk: false; reason: string; position?: number };

/**
 * The expression over columns, as parameterised PostgreSQL with the closures' meaning under strict: where a closure
 * gives null, misses or throws, the SQL is NULL. Dates come as `date`, instants as `timestamptz`, numbers as numeric
 * or double. Numbers beyond 15 digits and doubles that overflow (PostgreSQL raises) are outside the promise.
 */
export const toSql = (compiled: Compiled, options: SqlOptions): SqlResult =>
  attempt(options, (compiler) => compiler.part(compiled.tree));

function attempt(
  options: SqlOptions,
  act: (compiler: SqlCompiler) => { sql: string; type: SqlType | 'null' },
): SqlResult {
  const values: unknown[] = [];
  const compiler: SqlCompiler = {
    options,
    part: (node) => sqlNode(node, compiler),
    parameter: (value, type) => `⟦${values.push(value) - 1}⟧::${type}`,
  };
  try {
    const { sql, type } = act(compiler);
    return { isOk: true, ...numbered(sql, values, options.firstParameter ?? 1), type };
  } catch (error) {
    if (!(error instanceof NoSql)) throw error;
    return { isOk: false, reason: error.message, position: error.position };
  }
}

/** Numbers the parameters that are left: PostgreSQL refuses one that no longer stands in the text. */
function numbered(sql: string, values: unknown[], first: number): { sql: string; params: unknown[] } {
  const used: string[] = [];
  const text = sql.replaceAll(/⟦(\d+)⟧/g, (_all, index: string) => {
    if (!used.includes(index)) used.push(index);
    return `$${used.indexOf(index) + first}`;
  });
  return { sql: text, params: used.map((index) => values[Number(index)]) };
}
