import type { Tx } from '../../../db/connect.ts';
import { Problem } from '../../../errors.ts';
import type { DataRow } from '../source.ts';
import type { ImportWriter, RowOutcome } from './writer.ts';

/**
 * Writes a chunk so that one row the database refuses does not cost the others: the chunk is halved until the
 * row stands alone. A lost database, a deadlock or a problem of the whole import is thrown.
 */
export async function writeChunk(
  tx: Tx,
  writer: ImportWriter,
  { rows, canWait }: { rows: readonly DataRow[]; canWait: boolean },
): Promise<RowOutcome[]> {
  try {
    return await tx.savepoint((part) => writer.write(part, rows, { canWait }));
  } catch (error) {
    writer.forget();
    if (!isOfRow(error)) throw error;
    if (rows.length === 1)
      return [{ state: 'rejected', reasons: [{ code: 'import-row-refused', params: {} }] }];
    const half = Math.ceil(rows.length / 2);
    const first = await writeChunk(tx, writer, { rows: rows.slice(0, half), canWait });
    return [...first, ...(await writeChunk(tx, writer, { rows: rows.slice(half), canWait }))];
  }
}

/** PostgreSQL's classes 22 (data), 23 (constraints) and 54 (limits) speak of what was written. */
function isOfRow(error: unknown): boolean {
  if (error instanceof Problem) return false;
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^(?:22|23|54)[0-9A-Z]{3}$/.test(code);
}
