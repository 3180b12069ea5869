import type { Tx } from '../../../db/connect.ts';
import { packTexts } from '../../../db/pack.ts';
import type { HistoryEntry } from '../../step/types.ts';
import { packHistory } from '../pack-history.ts';

export interface HistoryRow {
  instance: string;
  seq: number;
  entries: readonly HistoryEntry[];
}

/** One row per instance and batch: a tenth of the rows and index entries that one per entry would make. */
export async function insertHistory(tx: Tx, rows: readonly HistoryRow[], now: number): Promise<void> {
  if (rows.length === 0) return;
  await tx`
    insert into flow.history (instance_id, seq, at, entries)
    select instance_id, seq, to_timestamp(${now}::float8 / 1000), entries::json
    from unnest(${rows.map((row) => row.instance)}::uuid[], ${rows.map((row) => row.seq)}::int[],
      string_to_array(${packTexts(rows.map((row) => packHistory(row.entries, now)))}, chr(30)))
      as t (instance_id, seq, entries)`;
}
