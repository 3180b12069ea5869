import type { Db } from '../../../db/connect.ts';
import type { ImportRow } from '../import-row.ts';
import { importColumns } from './columns.ts';

/** Newest first; those of one person, or all. */
export const listImports = (
  db: Db,
  input: { createdBy: string | null; target?: string; limit: number; before?: Date },
): Promise<ImportRow[]> => db<ImportRow[]>`
  select ${importColumns(db)} from core.import
  where (${input.createdBy}::text is null or created_by = ${input.createdBy})
    and (${input.target ?? null}::text is null or target = ${input.target ?? null})
    and (${input.before ?? null}::timestamptz is null or created_at < ${input.before ?? null})
  order by created_at desc limit ${input.limit}`;
