import type { Db } from '../../db/connect.ts';

/** Everywhere in records where a file may hang: also on fields and tables that were removed and may come back. */
export const columnsOfFiles = (db: Db, table?: string): Promise<{ table: string; column: string }[]> =>
  db<{ table: string; column: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as "table", format('%I', a.attname) as "column"
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'data' and c.relkind in ('r', 'p') and not a.attisdropped
      and a.atttypid = 'uuid'::regtype and a.attname like '%\\_file\\_id'
      and (${table ?? null}::text is null or a.attrelid = to_regclass(${table ?? null}))`.then((rows) => [
    ...rows,
  ]);
