import type { Sql } from '../../../core/db/connect.ts';
import type { World } from '../world.ts';

const batch = 1000;
const most = 100_000;

/** Rows per second of multi-row inserts, of the same rows into an equal table with the same indexes. */
export async function floorOfInserts({ sql }: Pick<World, 'sql'>): Promise<number> {
  await sql.unsafe('create schema if not exists floor');
  await sql.unsafe('drop table if exists floor.contact');
  await sql.unsafe('create table floor.contact (like data.contact including all)');
  const columns = await sql<{ name: string; type: string }[]>`
    select attname as name, format_type(atttypid, atttypmod) as type
    from pg_attribute where attrelid = 'data.contact'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
    order by attnum`;
  const rows = await readRows(sql, columns);
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const insert = `insert into floor.contact (${names})
    select ${columns.map(({ type }, at) => `c${at}::${type}`).join(', ')}
    from unnest(${columns.map((_, at) => `$${at + 1}::text[]`).join(', ')}) as t(${columns.map((_, at) => `c${at}`).join(', ')})`;
  const began = Date.now();
  for (let from = 0; from < rows.length; from += batch) {
    const some = rows.slice(from, from + batch);
    await sql.unsafe(
      insert,
      columns.map(({ name }) => some.map((row) => row[name] ?? null)),
    );
  }
  return rows.length / ((Date.now() - began) / 1000);
}

/** Read before the time runs; at most a tenth of a million, so that they fit in memory. */
const readRows = (sql: Sql, columns: readonly { name: string }[]): Promise<Record<string, string | null>[]> =>
  sql.unsafe(
    `select ${columns.map(({ name }) => `"${name}"::text as "${name}"`).join(', ')} from data.contact limit ${most}`,
  );
