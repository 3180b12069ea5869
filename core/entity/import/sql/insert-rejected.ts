import type { Db } from '../../../db/connect.ts';
import type { RowReason } from '../mapping.ts';
import type { DataRow } from '../source.ts';

export type RejectedRow = Pick<DataRow, 'row' | 'line' | 'cells' | 'raw'> & { reasons: RowReason[] };

export async function insertRejected(db: Db, id: string, rows: readonly RejectedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const json = JSON.stringify(rows);
  await db`
    insert into core.import_rejected (import_id, row, line, cells, raw, reasons)
    select ${id}, t.row, t.line, t.cells, t.raw, t.reasons
    from jsonb_to_recordset(${json}::text::jsonb) as t (row bigint, line bigint, cells jsonb, raw text, reasons jsonb)`;
}
