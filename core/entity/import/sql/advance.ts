import type { Db } from '../../../db/connect.ts';

export interface Progress {
  id: string;
  /** Rows of the file that this chunk read. */
  read: number;
  bytes: number;
  created: number;
  updated: number;
  rejected: number;
  skipped: number;
  /** Negative when waiting rows were done. */
  deferred: number;
  runMs: number;
}

/** In the transaction that writes the chunk: this is what makes an import exactly once. */
export async function advance(db: Db, p: Progress): Promise<void> {
  await db`
    update core.import set position = position + ${p.read}, bytes_read = greatest(bytes_read, ${p.bytes}),
      created_count = created_count + ${p.created}, updated_count = updated_count + ${p.updated},
      rejected_count = rejected_count + ${p.rejected}, skipped_count = skipped_count + ${p.skipped},
      deferred_count = deferred_count + ${p.deferred}, run_ms = run_ms + ${p.runMs}
    where id = ${p.id}`;
}
