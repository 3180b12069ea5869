/** What was removed long enough ago goes for good: columns of removed fields and of converted ones, and whole tables. */
import type { Sql } from '../../db/connect.ts';
import { columnsOfFiles, noteLoose } from '../../file/index.ts';
import type { FieldDefinition } from '../definition.ts';
import { fieldType } from '../field-types/all.ts';
import { bareTable, quoted, snake, tableOf } from '../names.ts';
import { lockSchema } from '../schema/apply.ts';
import { runStatement } from '../schema/run-statement.ts';
import { graceDays } from './notes/field-notes.ts';

const dayMilliseconds = 86_400_000;

/** `now` in milliseconds since 1970; answers how many things went. */
export async function purgeRemoved(sql: Sql, now: number): Promise<number> {
  const before = new Date(now - graceDays * dayMilliseconds);
  const release = await lockSchema(sql);
  try {
    const fields = await dropFields(sql, before);
    const tables = await dropTables(sql, before);
    return fields + tables + (await dropConverted(sql, before));
  } finally {
    await release();
  }
}

async function dropFields(sql: Sql, before: Date): Promise<number> {
  const rows = await sql<{ entity: string; field: string; definition: FieldDefinition }[]>`
    select entity, field, definition from core.removed_field where removed_at < ${before}`;
  for (const { entity, field, definition } of rows) {
    if (definition.type === 'file') await noteFiles(sql, tableOf(entity), `${snake(field)}_file_id`);
    for (const { suffix } of fieldType(definition).columns(definition))
      await runStatement(
        sql,
        `alter table if exists ${tableOf(entity)} drop column if exists ${quoted(snake(field) + suffix)}`,
      );
    await sql`delete from core.removed_field where entity = ${entity} and field = ${field}`;
  }
  if (rows.length > 0) await sql`update core.schema_version set version = version + 1`;
  return rows.length;
}

async function dropTables(sql: Sql, before: Date): Promise<number> {
  const rows = await sql<{ id: string }[]>`
    select id from core.entity_definition where kind = 'entity' and removed_at < ${before}`;
  for (const { id } of rows) {
    await noteFiles(sql, tableOf(id));
    await runStatement(sql, `drop table if exists ${tableOf(id)}`);
    await sql`delete from core.entity_definition where id = ${id}`;
    await sql`delete from core.removed_field where entity = ${id}`;
  }
  if (rows.length > 0) await sql`update core.schema_version set version = version + 1`;
  return rows.length;
}

/** Of one column, or of all of the table. */
async function noteFiles(sql: Sql, table: string, only?: string): Promise<void> {
  for (const { column } of await columnsOfFiles(sql, table)) {
    if (only !== undefined && column !== quoted(only) && column !== only) continue;
    const rows = await sql.unsafe<{ id: string }[]>(
      `select distinct ${column} as id from ${table} where ${column} is not null`,
    );
    await noteLoose(
      sql,
      rows.map(({ id }) => id),
    );
  }
}

/** The old columns of conversions have the time in their names, in milliseconds to the base of 36. */
async function dropConverted(sql: Sql, before: Date): Promise<number> {
  const rows = await sql<{ table: string; name: string }[]>`
    select c.relname as "table", a.attname as name
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'data' and c.relkind = 'r' and not a.attisdropped and a.attname ~ '^was_[0-9a-f]{12}_[0-9a-z]+$'`;
  const old = rows.filter(({ name }) => Number.parseInt(name.split('_')[2]!, 36) < before.getTime());
  for (const { table, name } of old)
    await runStatement(
      sql,
      `alter table data.${quoted(bareTable(table))} drop column if exists ${quoted(name)}`,
    );
  return old.length;
}
