import type { Registry } from '../../../registry.ts';
import type { Sql } from '../../../db/connect.ts';
import { buildReadIndexes, dropReadIndexes, isFirstLoad } from '../../schema/first-load.ts';
import type { ImportRow } from '../import-row.ts';
import { canOverlap } from './can-overlap.ts';
import type { RunEnd } from './write-rows.ts';

/** Fewer are written before anybody could have built an index. */
const fewestRows = 50_000;

/** Runs `load` without the indexes of the target where that pays, and builds them before it answers. */
export async function withFirstLoad(
  { sql, registry }: { sql: Sql; registry: Pick<Registry, 'entity'> },
  row: ImportRow,
  load: () => Promise<RunEnd>,
): Promise<RunEnd> {
  // Rows that look for other rows of their entity need its indexes.
  if (!canOverlap(registry, row)) return load();
  const definition = registry.entity(row.target);
  const rows = estimatedRows(row);
  if (rows < fewestRows) return load();
  if (await isFirstLoad(sql, definition, rows - row.position)) await dropReadIndexes(sql, definition);
  let end: RunEnd | undefined;
  try {
    end = await load();
    return end;
  } finally {
    // A server that stops does not wait for them: the next start builds them, or who goes on with the rows, which is
    // why this also looks where nothing was dropped.
    if (end !== 'left') {
      await sql`update core.import set phase = 'indexes' where id = ${row.id} and phase = 'deferred'`;
      await buildReadIndexes(sql, definition);
    }
  }
}

/** From the length of the first rows. */
function estimatedRows({ source }: ImportRow): number {
  const bytes = Buffer.byteLength(source.sample.map((cells) => cells.join(',')).join('\n'));
  return bytes === 0 ? 0 : (source.size / bytes) * source.sample.length;
}
