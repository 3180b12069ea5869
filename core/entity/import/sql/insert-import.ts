import type { Db } from '../../../db/connect.ts';
import type { ImportRow } from '../import-row.ts';
import { importColumns } from './columns.ts';

export type NewImport = Pick<
  ImportRow,
  'id' | 'target' | 'name' | 'file' | 'parent' | 'source' | 'mapping' | 'options' | 'actor' | 'createdBy'
>;

export async function insertImport(db: Db, row: NewImport): Promise<ImportRow> {
  // The casts: these are plain JSON by their types.
  const [made] = await db<ImportRow[]>`
    insert into core.import (id, target, name, file_id, parent_id, source, mapping, options, actor, created_by)
    values (${row.id}, ${row.target}, ${row.name}, ${row.file}, ${row.parent}, ${db.json(row.source as never)},
      ${db.json(row.mapping as never)}, ${db.json(row.options as never)}, ${db.json(row.actor as never)}, ${row.createdBy})
    returning ${importColumns(db)}`;
  return made!;
}
