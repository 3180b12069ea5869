import type { Db } from '../../../db/connect.ts';
import type { RejectedRow } from './insert-rejected.ts';

const page = 1_000;

/** All rejected rows of an import in the order of the file, page by page. */
export async function* readRejected(db: Db, id: string): AsyncGenerator<RejectedRow[]> {
  for (let after = 0; ;) {
    const rows = await db<RejectedRow[]>`
      select row, line, cells, raw, reasons from core.import_rejected
      where import_id = ${id} and row > ${after} order by row limit ${page}`;
    if (rows.length === 0) return;
    yield [...rows];
    after = rows.at(-1)!.row;
  }
}
