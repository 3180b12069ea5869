import type { DataRow } from '../source.ts';
import type { RejectedRow } from '../sql/insert-rejected.ts';
import type { RowOutcome } from './writer.ts';

export interface Tally {
  created: number;
  updated: number;
  skipped: number;
  rejected: RejectedRow[];
  deferred: DataRow[];
}

/** Sorts rows by what became of them. */
export function tallyUp(rows: readonly DataRow[], outcomes: readonly RowOutcome[]): Tally {
  const tally: Tally = { created: 0, updated: 0, skipped: 0, rejected: [], deferred: [] };
  for (const [index, source] of rows.entries()) {
    const outcome = outcomes[index]!;
    if (outcome.state === 'rejected') {
      const { row, line, cells, raw } = source;
      tally.rejected.push({ row, line, cells, raw, reasons: outcome.reasons });
    } else if (outcome.state === 'deferred') tally.deferred.push(source);
    else tally[outcome.state] += 1;
  }
  return tally;
}
