/**
 * A formula as SQL over the columns of its own record, so that lists, segments and reports ask about it like about a
 * column, and read the very value that they ask about. What depends on the time asks the database's clock, so it has no
 * index.
 */
import { createHash } from 'node:crypto';
import type { Kind } from '../../access/shape.ts';
import {
  ExpressionError,
  readsTime,
  toSql,
  type SqlField,
  type SqlOptions,
  type SqlType,
} from '../../expression/index.ts';
import type { EntityDefinition, FieldDefinition, FieldType } from '../definition.ts';
import { quoted, snake } from '../names.ts';
import { compileOrError } from './check-formula.ts';
import { currencySql, moneyOf } from './formula-currency.ts';

export interface FormulaSql {
  /** Over the row of an alias. */
  sql(alias: string): string;
  /** Over the columns alone, for an index of the table. */
  ownSql: string;
  /** Of money: its currency, over the row of an alias. */
  currency?: (alias: string) => string;
  sqlType: string;
  kind: Kind;
  /** The fields it reads. */
  reads: readonly string[];
  /** Whether PostgreSQL keeps an index of it: it gives the same for ever. */
  isImmutable: boolean;
  /** Another time, another value: no change of a record says so. */
  readsTime: boolean;
}

export interface NoFormulaSql {
  reason: 'other';
}

/** Asked once for a statement, not for each row; see the migration that makes them. */
const clock = {
  now: '(select core.now())',
  today: '(select (core.now() at time zone core.time_zone())::date)',
  timeZone: '(select core.time_zone())',
};

/** Stands for the alias in the text until it is known. */
const row = '\u0001';

/** Null where it is no formula, or one that does not work. */
export function formulaSql(
  definition: EntityDefinition,
  field: FieldDefinition,
): FormulaSql | NoFormulaSql | null {
  if (field.type !== 'formula' || field.broken || !field.expression || !field.result) return null;
  const compiled = compileOrError(field.expression);
  if (compiled instanceof ExpressionError) return { reason: 'other' };
  const options: SqlOptions = {
    now: undefined,
    resolve: ({ root, path: [name = '', ...more] }) =>
      root === '$$' && more.length === 0 ? operand(definition, name) : undefined,
  };
  const timeless = toSql(compiled, options);
  const isTimed = !timeless.isOk && timeless.reason === readsTime;
  const result = isTimed ? toSql(compiled, { ...options, clock }) : timeless;
  if (!result.isOk) return { reason: 'other' };
  const money = field.result.type === 'money' ? moneyOf(definition, compiled.roots) : [];
  const shown = asResult(field.result, {
    ...{ sql: inlined(result.sql, result.params), type: result.type },
    currency: money.length > 0 ? currencySql(money, row) : 'null',
  });
  if (!shown) return { reason: 'other' };
  return {
    ...(money.length > 0 && { currency: (alias) => currencySql(money, alias) }),
    sqlType: shown.sqlType,
    kind: shown.kind,
    sql: (alias) => shown.text.replaceAll(row, alias),
    ownSql: shown.text.replaceAll(`${row}.`, ''),
    reads: compiled.roots,
    // Of all that the compiler writes, only a date as text depends on the session's settings.
    isImmutable: !isTimed && !shown.text.includes('to_char('),
    readsTime: isTimed,
  };
}

/** Why no index can be kept of a formula's value, as an error code; undefined when it can, or is no formula. */
export function indexRefusal(
  definition: EntityDefinition,
  field: FieldDefinition,
): 'formula-index-time' | 'formula-index-other' | undefined {
  const sql = formulaSql(definition, field);
  if (!sql) return undefined;
  if ('reason' in sql) return 'formula-index-other';
  if (sql.readsTime) return 'formula-index-time';
  return sql.isImmutable ? undefined : 'formula-index-other';
}

/** The name tells one text of a formula from another, so that a changed formula gets a new index. */
export const formulaIndex = (table: string, sql: string): string =>
  `${table.slice(0, 40)}_formula_${createHash('sha256').update(sql).digest('hex').slice(0, 12)}`;

export const isFormulaIndex = (name: string): boolean => /_formula_[0-9a-f]{12}$/.test(name);

const types: Partial<Record<FieldType, SqlType>> = {
  text: 'text',
  longText: 'text',
  email: 'text',
  phone: 'text',
  url: 'text',
  select: 'text',
  autoNumber: 'text',
  integer: 'number',
  decimal: 'number',
  money: 'number',
  duration: 'number',
  boolean: 'boolean',
  date: 'date',
  dateTime: 'dateTime',
  multiSelect: 'textList',
  tags: 'textList',
};

/** Of the system fields only that which never changes: the others change without being named in a change. */
function operand({ fields }: EntityDefinition, name: string): SqlField | undefined {
  if (name === 'createdAt') return { sql: `${row}.created_at`, type: 'dateTime', isNullable: false };
  const type = types[fields[name]?.type ?? 'json'];
  return type && { sql: `${row}.${quoted(snake(name))}`, type };
}

interface Shown {
  text: string;
  sqlType: string;
  kind: Kind;
}

/** As a value of the result's type, like the value in memory; undefined where it is none. */
function asResult(
  result: FieldDefinition,
  of: { sql: string; type: SqlType | 'null'; currency: string },
): Shown | undefined {
  const { sql, currency } = of;
  const isOf = (type: SqlType): boolean => of.type === type && !hasLimits(result);
  switch (result.type) {
    case 'integer':
    case 'duration':
      return isOf('number')
        ? {
            text: `(case when abs(${sql}) < 9007199254740992 then floor(${sql} + 0.5)::bigint end)`,
            sqlType: 'bigint',
            kind: 'number',
          }
        : undefined;
    case 'decimal':
      return isOf('number')
        ? {
            text: `(case when abs(${sql}) < 1e15 then round((${sql})::numeric, ${result.scale ?? 4}) end)`,
            sqlType: 'numeric',
            kind: 'number',
          }
        : undefined;
    case 'money':
      return isOf('number')
        ? {
            text: `(case when abs(${sql}) < 1e15 and ${currency} is not null then round((${sql})::numeric, 4) end)`,
            sqlType: 'numeric',
            kind: 'number',
          }
        : undefined;
    case 'text':
    case 'longText':
      return isOf('text')
        ? { text: `nullif(btrim(${sql}, E' \\t\\n\\r'), '')`, sqlType: 'text', kind: 'text' }
        : undefined;
    case 'boolean':
      return isOf('boolean') ? { text: `(${sql})`, sqlType: 'boolean', kind: 'boolean' } : undefined;
    case 'date':
      return isOf('date') ? { text: `(${sql})`, sqlType: 'date', kind: 'date' } : undefined;
    case 'dateTime':
      return isOf('dateTime') ? { text: `(${sql})`, sqlType: 'timestamptz', kind: 'instant' } : undefined;
    default:
      return undefined;
  }
}

/** What is out of range has no value, which the SQL does not say. */
const hasLimits = ({ min, max }: FieldDefinition): boolean => min !== undefined || max !== undefined;

/** Literals of the expression in place of parameters: an index has none. */
const inlined = (sql: string, params: readonly unknown[]): string =>
  sql.replaceAll(/\$(\d+)/g, (_all, number: string) => literal(params[Number(number) - 1]));

const literal = (value: unknown): string => `'${String(value).replaceAll("'", "''")}'`;
