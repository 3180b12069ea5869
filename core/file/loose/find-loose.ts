import type { Sql } from '../../db/connect.ts';
import { columnsOfFiles } from './columns-of-files.ts';

/**
 * Notes files that no record and no import points at, as of now: uploads that were never hung anywhere, and those that
 * others took the place of. Records in the bin count, since they may come back. Answers how many are new.
 */
export async function findLoose(sql: Sql, now: Date): Promise<number> {
  const places = (await columnsOfFiles(sql)).map(
    ({ table, column }) => `and not exists (select from ${table} r where r.${column} = f.id)`,
  );
  const rows = await sql.unsafe(
    `insert into core.loose_file (id, since)
     select f.id, $1 from core.file f
     where f.size is not null and not exists (select from core.import i where i.file_id = f.id) ${places.join(' ')}
     on conflict do nothing`,
    [now.toISOString()],
  );
  return rows.count;
}
