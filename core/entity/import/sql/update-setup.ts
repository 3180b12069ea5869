import type { Db } from '../../../db/connect.ts';
import type { ImportRow } from '../import-row.ts';

/** Mapping, options and how the file is read; only while nothing runs. Answers whether it was so. */
export async function updateSetup(
  db: Db,
  row: Pick<ImportRow, 'id' | 'mapping' | 'options' | 'source'>,
): Promise<boolean> {
  // The casts: these are plain JSON by their types.
  const done = await db`
    update core.import set mapping = ${db.json(row.mapping as never)}, options = ${db.json(row.options as never)},
      source = ${db.json(row.source as never)}
    where id = ${row.id} and state in ('ready', 'stopped', 'failed')`;
  return done.count === 1;
}
