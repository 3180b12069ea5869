import type { Db } from '../../../db/connect.ts';
import type { DataRow } from '../source.ts';

export async function insertDeferred(db: Db, id: string, rows: readonly DataRow[]): Promise<void> {
  if (rows.length === 0) return;
  const json = JSON.stringify(rows);
  await db`
    insert into core.import_deferred (import_id, row, line, cells)
    select ${id}, t.row, t.line, t.cells
    from jsonb_to_recordset(${json}::text::jsonb) as t (row bigint, line bigint, cells jsonb)`;
}

export const readDeferred = (
  db: Db,
  id: string,
  { after, limit }: { after: number; limit: number },
): Promise<DataRow[]> => db<DataRow[]>`
  select row, line, cells from core.import_deferred
  where import_id = ${id} and row > ${after} order by row limit ${limit}`;

export async function deleteDeferred(db: Db, id: string, rows: readonly number[]): Promise<void> {
  await db`delete from core.import_deferred where import_id = ${id} and row = any(${rows.map(String)}::bigint[])`;
}
