import type { Db } from '../../../db/connect.ts';
import { notFound } from '../../../errors.ts';
import type { ImportRow } from '../import-row.ts';
import { importColumns } from './columns.ts';

/** Problem `not-found`; with `lock` nobody else goes on with it until the transaction ends. */
export async function readImport(db: Db, id: string, options: { lock?: boolean } = {}): Promise<ImportRow> {
  const [row] = await db<ImportRow[]>`
    select ${importColumns(db)} from core.import where id = ${id} ${options.lock ? db`for update` : db``}`;
  if (!row) throw notFound('import', id);
  return row;
}
