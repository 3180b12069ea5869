/** One row as a table of a real PostgreSQL, so that an expression can be computed over its columns. */
import type { Sql } from '../../db/connect.ts';
import type { Compiled, SqlType, Value, Variables } from '../index.ts';
import { toSql } from '../index.ts';
import { env } from './scope.ts';

export type Columns = Record<string, SqlType>;

const sqlTypes: Record<SqlType, string> = {
  number: 'numeric',
  text: 'text',
  boolean: 'boolean',
  date: 'date',
  dateTime: 'timestamptz',
  textList: 'text[]',
};

export interface SqlOutcome {
  isCovered: boolean;
  reason?: string;
  value?: Value;
}

export async function computeInSql(
  sql: Sql,
  compiled: Compiled,
  { columns, values }: { columns: Columns; values: Variables },
): Promise<SqlOutcome> {
  const result = toSql(compiled, {
    now: env.now,
    timeZone: env.timeZone,
    resolve: ({ root, path: [name = '', ...more] }) => {
      const type = columns[name];
      return root === '$$' && type && more.length === 0 ? { sql: `"${name}"`, type } : undefined;
    },
  });
  if (!result.isOk) return { isCovered: false, reason: result.reason };
  const row = Object.entries(columns).map(
    ([name, type], index) => `$${result.params.length + index + 1}::text::${sqlTypes[type]} as "${name}"`,
  );
  const params = Object.keys(columns).map((name) => written(values[name] ?? null));
  const text = `select (${result.sql}) as value from (select ${row.join(', ')}) as record`;
  const [found] = await sql.unsafe(text, [...result.params, ...params] as string[]);
  return { isCovered: true, value: asJson(found?.['value'], result.type) };
}

/** A list of none as the store writes it. */
function written(value: Value): string | null {
  if (Array.isArray(value))
    return value.length === 0 ? null : `{${value.map((item) => JSON.stringify(String(item))).join(',')}}`;
  return value === null ? null : String(value);
}

function asJson(value: unknown, type: SqlType | 'null'): Value {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  // Adding zero makes 0 of -0, as the closures do.
  if (type === 'number') return Number(value) + 0;
  return value as Value; // Text and booleans come as they are.
}
