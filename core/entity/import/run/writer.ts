import type { Tx } from '../../../db/connect.ts';
import type { RowReason } from '../mapping.ts';
import type { DataRow } from '../source.ts';

export type RowOutcome =
  | { state: 'created' | 'updated'; id: string }
  | { state: 'skipped' }
  /** Waits for a record that may come further down in the file. */
  | { state: 'deferred' }
  | { state: 'rejected'; reasons: RowReason[] };

/** Writes rows of a file into one kind of target. Never throws for what a row says; a bug or a lost database does. */
export interface ImportWriter {
  /** Outcomes in the order of the rows. `canWait` is false when the file has been read to its end. */
  write(tx: Tx, rows: readonly DataRow[], options: { canWait: boolean }): Promise<RowOutcome[]>;
  /** The transaction was rolled back: what was seen in it may never have been. */
  forget(): void;
}
