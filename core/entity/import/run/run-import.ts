/** Runs an import from where it stands to its end, chunk by chunk, each in one transaction. */
import type { Events } from '../../../event/index.ts';
import type { Sql } from '../../../db/connect.ts';
import type { Files } from '../../../file/index.ts';
import { readRows } from '../source.ts';
import { readDeferred } from '../sql/deferred.ts';
import { readImport } from '../sql/read-import.ts';
import { actorOf } from './actor-of.ts';
import { buildWriter, type WriterServices } from './build-writer.ts';
import { canOverlap } from './can-overlap.ts';
import { withFirstLoad } from './first-load.ts';
import { turns } from './turn.ts';
import { writeRows, type Chunk, type Run, type RunEnd, type RunOptions } from './write-rows.ts';

export type { RunEnd, RunOptions } from './write-rows.ts';

export interface RunServices extends WriterServices {
  sql: Sql;
  files: Files;
  events: Pick<Events, 'wake'>;
}

/** Small enough that a stop is obeyed at once and others wait little; large enough that statements cost nothing. */
export const chunkRows = 1_000;

/** While the database writes one chunk, the next is prepared and sent. A third found nothing left to do. */
const chunksAtOnce = 2;

export async function runImport(services: RunServices, id: string, options: RunOptions): Promise<RunEnd> {
  const row = await readImport(services.sql, id);
  if (row.state !== 'running' && row.state !== 'stopping') return 'idle';
  const actor = await actorOf(services.identity, row.actor);
  const count = canOverlap(services.registry, row) ? chunksAtOnce : 1;
  const writers = await Promise.all(Array.from({ length: count }, () => buildWriter(services, row, actor)));
  const run = { ...options, services, row, writers, countedUntil: 0 };
  return withFirstLoad(services, row, async () => {
    const end = row.phase === 'rows' ? await readAll(run, services.files) : 'done';
    if (end !== 'done' || row.deferred === 0) return end;
    return retryDeferred(run);
  });
}

async function readAll(run: Run, files: Files): Promise<RunEnd> {
  const { services, row } = run;
  const { file, source, position: after } = row;
  const chunks = readRows({ files, file, source, after, chunk: chunkRows });
  const end = await writeAll(run, chunks);
  if (end === 'done')
    await services.sql`update core.import set phase = 'deferred', bytes_read = ${source.size} where id = ${row.id}`;
  return end;
}

type Rows = Pick<Chunk, 'rows' | 'bytes'>;

/** Chunks commit in their order, however many are on their way. */
async function writeAll(run: Run, chunks: AsyncGenerator<Rows, void>): Promise<RunEnd> {
  const { writers } = run;
  const nextTurn = turns();
  const onTheirWay: Promise<RunEnd>[] = [];
  let { position } = run.row;
  // The next chunk is read and parsed while the database writes the ones before.
  let next = chunks.next();
  try {
    for (let count = 0; ; count++) {
      const { value: chunk, done } = await next;
      if (done) break;
      next = chunks.next();
      next.catch(() => {});
      if (onTheirWay.length === writers.length) {
        const end = await onTheirWay.shift()!;
        if (end !== 'done') return end;
      }
      const turn = writers.length > 1 ? nextTurn() : undefined;
      const written = writeRows(run, {
        ...chunk,
        canWait: true,
        position,
        writer: writers[count % writers.length]!,
        ...(turn && { turn }),
      });
      // It is looked at below; until then nobody is to call it unhandled.
      written.catch(() => {});
      position += chunk.rows.length;
      onTheirWay.push(written);
      await (turn && Promise.race([turn.wasTaken, written]));
    }
    for (const written of onTheirWay) {
      const end = await written;
      if (end !== 'done') return end;
    }
    return 'done';
  } finally {
    // After a failure the others find that they are not next, and undo what they wrote.
    await Promise.allSettled(onTheirWay);
    await next.catch(() => {});
    await chunks.return();
  }
}

/**
 * Rows that name another row of the file are tried again until a round brings none further: a chain of parents
 * needs as many rounds as it is deep. What is left names nothing that exists.
 */
async function retryDeferred(run: Run): Promise<RunEnd> {
  const { row } = run;
  const writer = run.writers[0]!;
  for (let isLast = false; ;) {
    const before = row.deferred;
    for (let after = 0; ;) {
      const rows = await readDeferred(run.services.sql, row.id, { after, limit: chunkRows });
      if (rows.length === 0) break;
      const end = await writeRows(run, {
        rows,
        bytes: 0,
        canWait: !isLast,
        isDeferred: true,
        position: row.position,
        writer,
      });
      if (end !== 'done') return end;
      after = rows.at(-1)!.row;
    }
    if (row.deferred === 0 || isLast) return 'done';
    isLast = row.deferred === before;
  }
}
