/**
 * A column gets another type without stopping anybody: a second column beside it, which a trigger fills for whoever
 * writes meanwhile and batches fill for the rest; then both change names in one short transaction.
 */
import { createHash } from 'node:crypto';
import { bareTable, quoted, tableOf } from '../names.ts';
import { conversionOf } from './conversion.ts';
import type { DesiredColumn, DesiredIndex, DesiredTable } from './desired.ts';
import type { Step } from './plan.ts';

/** Rows of one small transaction. */
export const batchRows = 5_000;

export function conversionStep(
  desired: DesiredTable,
  column: DesiredColumn,
  held: { name: string; type: string },
): Step {
  const { entity } = desired;
  const { type: to, references } = column;
  const params = { entity, field: column.field ?? column.name, from: held.type, to };
  const conversion = conversionOf({ from: held.type, to, references });
  if (!conversion) return { kind: 'change-type', params, sql: [], inverse: [], isBreaking: true };
  const names = namesOf(entity, column.name);
  const [old, next] = [quoted(held.name), quoted(names.next)];
  const table = tableOf(entity);
  const value = `case when %.${old} is null then null else ${conversion.convert(`%.${old}`)} end`;
  const fitting = (alias: string): string =>
    `case when ${conversion.fits(`${alias}.${old}`)} then ${value.replaceAll('%', alias)} end`;
  return {
    kind: 'convert-column',
    params,
    sql: [
      `alter table ${table} add column if not exists ${next} ${column.type}`,
      `create or replace function data.${quoted(names.trigger)}() returns trigger language plpgsql as
        $$ begin new.${next} := ${fitting('new')}; return new; end $$`,
      `create or replace trigger ${quoted(names.trigger)} before insert or update on ${table}
        for each row execute function data.${quoted(names.trigger)}()`,
    ],
    batch: `with part as (select id from ${table} where id > $1 order by id limit ${batchRows}),
      done as (update ${table} t set ${next} = ${fitting('t')} from part
        where t.id = part.id and t.${old} is not null and t.${next} is null returning t.id)
      select max(id::text) as last, count(*)::int as rows, (select count(*) from done) as written from part`,
    ...(conversion.isOneOfMany && { isOneOfMany: true }),
    fits: `select count(*) as count, (array_agg(sample))[1:3] as samples from (
      select ${conversion.isOneOfMany ? quoted(desired.title) : old}::text as sample from ${table} where ${old} is not null and (${conversion.fits(old)}) is not true limit 10001) t`,
    switch: [
      `drop trigger if exists ${quoted(names.trigger)} on ${table}`,
      `drop function if exists data.${quoted(names.trigger)}()`,
      released(table, held.name),
      `alter table ${table} rename column ${old} to ${quoted(names.was)}`,
      `alter table ${table} rename column ${next} to ${quoted(column.name)}`,
    ],
    inverse: [
      `drop trigger if exists ${quoted(names.trigger)} on ${table}`,
      `drop function if exists data.${quoted(names.trigger)}()`,
      `alter table ${table} drop column if exists ${next}`,
    ],
  };
}

/**
 * A unique index over columns that are converted is built before they count: where values would become the same, the
 * change is refused while the old ones still hold. `converted` are names of columns.
 */
export function nextUniqueStep(
  desired: DesiredTable,
  index: DesiredIndex,
  converted: Iterable<string>,
): Step {
  const { entity } = desired;
  const name = `next_${hashOf(`${entity}.${index.name}`)}_index`;
  let body = index.body;
  for (const column of converted)
    body = body.replaceAll(quoted(column), quoted(namesOf(entity, column).next));
  const drop = `drop index concurrently if exists data.${quoted(name)}`;
  return {
    kind: 'create-index',
    params: { entity, fields: index.fields.join(', '), isUnique: 'true' },
    // An index whose building was interrupted is there, but not valid.
    sql: [drop, `create unique index concurrently ${quoted(name)} on ${tableOf(entity)} ${body}`],
    switch: [`alter index data.${quoted(name)} rename to ${quoted(index.name)}`],
    inverse: [drop],
  };
}

/** Indexes and references of a column that is put aside: they would hold what is no value any more. */
const released = (table: string, column: string): string => `
  do $$ declare one record; begin
    for one in
      select distinct k.oid is not null as is_reference, k.conname, i.oid::regclass::text as index
      from pg_attribute a
      join pg_depend d on d.refclassid = 'pg_class'::regclass and d.refobjid = a.attrelid and d.refobjsubid = a.attnum
      left join pg_constraint k on d.classid = 'pg_constraint'::regclass and k.oid = d.objid and k.contype = 'f'
      left join pg_class i on d.classid = 'pg_class'::regclass and i.oid = d.objid and i.relkind = 'i'
      where a.attrelid = '${table}'::regclass and a.attname = '${column}' and (k.oid is not null or i.oid is not null)
    loop
      if one.is_reference then execute format('alter table ${table} drop constraint %I', one.conname);
      else execute format('drop index if exists %s', one.index); end if;
    end loop;
  end $$`;

function namesOf(entity: string, column: string): { next: string; was: string; trigger: string } {
  const hash = hashOf(`${entity}.${column}`);
  const moment = Date.now().toString(36);
  return {
    next: `next_${hash}`,
    was: `was_${hash}_${moment}`,
    trigger: `${bareTable(entity).slice(0, 30)}_convert_${hash}`,
  };
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);
