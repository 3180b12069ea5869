import type { Db } from '../../db/connect.ts';

/** What a table in the schema `data` has. */
export interface ActualTable {
  /** Type by column name. */
  columns: ReadonlyMap<string, string>;
  /** Whether it is valid, by index name. */
  indexes: ReadonlyMap<string, boolean>;
  /** Names of those that refuse a second record with the same values. */
  uniques: ReadonlySet<string>;
  /** Whether all rows were checked, by the column of a foreign key. */
  foreignKeys: ReadonlyMap<string, boolean>;
  /** Names of the sequences in the whole schema. */
  sequences: ReadonlySet<string>;
}

/** By table name; tables that are not there are left out. */
export async function readCatalog(sql: Db, tables: readonly string[]): Promise<Map<string, ActualTable>> {
  const columns = await sql<{ table: string; name: string; type: string }[]>`
    select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'data' and c.relkind in ('r', 'p') and c.relname = any(${tables}) and a.attnum > 0 and not a.attisdropped`;
  const indexes = await sql<{ table: string; name: string; isValid: boolean; isUnique: boolean }[]>`
    select c.relname as "table", i.relname as name, x.indisvalid as "isValid",
      x.indisunique and not x.indisprimary as "isUnique"
    from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'data' and c.relname = any(${tables})`;
  const keys = await sql<{ table: string; name: string; isValid: boolean }[]>`
    select c.relname as "table", a.attname as name, k.convalidated as "isValid"
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
    where k.contype = 'f' and n.nspname = 'data' and c.relname = any(${tables})`;
  const numbers = await sql<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'data' and c.relkind = 'S'`;
  const sequences = new Set(numbers.map(({ name }) => name));
  const found = new Map<string, ActualTable>();
  for (const table of new Set(columns.map((column) => column.table)))
    found.set(table, {
      columns: new Map(columns.filter((one) => one.table === table).map(({ name, type }) => [name, type])),
      indexes: new Map(
        indexes.filter((one) => one.table === table).map(({ name, isValid }) => [name, isValid]),
      ),
      uniques: new Set(indexes.filter((one) => one.table === table && one.isUnique).map(({ name }) => name)),
      foreignKeys: new Map(
        keys.filter((one) => one.table === table).map(({ name, isValid }) => [name, isValid]),
      ),
      sequences,
    });
  return found;
}
