import { NoSql, type Part, type SqlCompiler } from './part.ts';

export function sqlLiteral(value: unknown, compiler: SqlCompiler): Part {
  if (value === null) return { sql: 'null', type: 'null', nothing: 'null' };
  if (typeof value === 'boolean')
    return { sql: String(value), type: 'boolean', nothing: 'never', literal: value };
  if (typeof value === 'number') {
    return {
      sql: compiler.parameter(String(value), 'numeric'),
      type: 'number',
      nothing: 'never',
      literal: value,
    };
  }
  if (typeof value !== 'string') throw new NoSql('a list or an object has no SQL');
  if (value.includes('\0')) throw new NoSql('PostgreSQL text has no zero character');
  return { sql: compiler.parameter(value, 'text'), type: 'text', nothing: 'never', literal: value };
}
