/** Runs an import from where it stands to its end, chunk by chunk, each in one transaction. */
import type { Events } from '../../../event/index.ts';
import type { Sql, Tx } from '../../../db/connect.ts';
import type { Files } from '../../../file/index.ts';
import type { ImportRow } from '../import-row.ts';
import { replanned } from '../../replanned.ts';
import { readRows, type DataRow } from '../source.ts';
import { advance } from '../sql/advance.ts';
import { deleteDeferred, insertDeferred, readDeferred } from '../sql/deferred.ts';
import { insertRejected } from '../sql/insert-rejected.ts';
import { readImport } from '../sql/read-import.ts';
import { actorOf } from './actor-of.ts';
import { buildWriter, type WriterServices } from './build-writer.ts';
import { tallyUp, type Tally } from './tally.ts';
import { writeChunk } from './write-chunk.ts';
import type { ImportWriter } from './writer.ts';

export interface RunServices extends WriterServices {
  sql: Sql;
  files: Files;
  events: Pick<Events, 'wake'>;
}

/** Small enough that a stop is obeyed at once and others wait little; large enough that statements cost nothing. */
export const chunkRows = 1_000;

/** `stopped`: somebody asked; `left`: the server stops, or another process has it; `idle`: it is not to run. */
export type RunEnd = 'done' | 'stopped' | 'left' | 'idle';

export interface RunOptions {
  /** In each transaction: false when the work is no longer this process's. */
  isOurs(tx: Tx): Promise<boolean>;
  signal: AbortSignal;
}

interface Run extends RunOptions {
  services: RunServices;
  row: ImportRow;
  writer: ImportWriter;
}

export async function runImport(services: RunServices, id: string, options: RunOptions): Promise<RunEnd> {
  const row = await readImport(services.sql, id);
  if (row.state !== 'running' && row.state !== 'stopping') return 'idle';
  const actor = await actorOf(services.identity, row.actor);
  const run: Run = { ...options, services, row, writer: await buildWriter(services, row, actor) };
  const end = row.phase === 'rows' ? await readAll(run) : 'done';
  if (end !== 'done' || row.deferred === 0) return end;
  return retryDeferred(run);
}

async function readAll(run: Run): Promise<RunEnd> {
  const { services, row } = run;
  const { file, source, position: after } = row;
  const chunks = readRows({ files: services.files, file, source, after, chunk: chunkRows });
  // The next chunk is read and parsed while the database writes this one.
  let next = chunks.next();
  try {
    for (;;) {
      const { value: chunk, done } = await next;
      if (done) break;
      next = chunks.next();
      next.catch(() => {});
      const end = await writeRows(run, { ...chunk, canWait: true });
      if (end !== 'done') return end;
    }
  } finally {
    await next.catch(() => {});
    await chunks.return(undefined);
  }
  await services.sql`update core.import set phase = 'deferred', bytes_read = ${source.size} where id = ${row.id}`;
  return 'done';
}

/**
 * Rows that name another row of the file are tried again until a round brings none further: a chain of parents
 * needs as many rounds as it is deep. What is left names nothing that exists.
 */
async function retryDeferred(run: Run): Promise<RunEnd> {
  for (let isLast = false; ;) {
    const before = run.row.deferred;
    for (let after = 0; ;) {
      const rows = await readDeferred(run.services.sql, run.row.id, { after, limit: chunkRows });
      if (rows.length === 0) break;
      const end = await writeRows(run, { rows, bytes: 0, canWait: !isLast, isDeferred: true });
      if (end !== 'done') return end;
      after = rows.at(-1)!.row;
    }
    if (run.row.deferred === 0 || isLast) return 'done';
    isLast = run.row.deferred === before;
  }
}

interface Chunk {
  rows: DataRow[];
  bytes: number;
  canWait: boolean;
  isDeferred?: boolean;
}

async function writeRows(run: Run, chunk: Chunk): Promise<RunEnd> {
  const { services, row, signal } = run;
  if (signal.aborted) return 'left';
  const started = performance.now();
  try {
    const result = await replanned(() =>
      services.sql.begin(async (tx): Promise<{ end: RunEnd; deferred: number }> => {
        const now = await readImport(tx, row.id, { lock: true });
        if (now.state === 'stopping') return { end: 'stopped', deferred: 0 };
        if (now.state !== 'running' || now.position !== row.position || !(await run.isOurs(tx)))
          return { end: 'left', deferred: 0 };
        const outcomes = await writeChunk(tx, run.writer, chunk);
        const tally = tallyUp(chunk.rows, outcomes);
        const deferred = await keep(tx, {
          row,
          chunk,
          tally,
          runMs: Math.round(performance.now() - started),
        });
        return { end: 'done', deferred };
      }),
    );
    if (result.end === 'done') {
      services.events.wake();
      if (!chunk.isDeferred) row.position += chunk.rows.length;
      row.deferred += result.deferred;
    }
    return result.end;
  } catch (error) {
    run.writer.forget();
    throw error;
  }
}

/** Writes down what became of the rows; answers by how much the waiting ones changed. */
async function keep(
  tx: Tx,
  { row, chunk, tally, runMs }: { row: ImportRow; chunk: Chunk; tally: Tally; runMs: number },
): Promise<number> {
  await insertRejected(tx, row.id, tally.rejected);
  const stillWaiting = new Set(tally.deferred.map((each) => each.row));
  const done = chunk.rows.map((each) => each.row).filter((each) => !stillWaiting.has(each));
  if (chunk.isDeferred) await deleteDeferred(tx, row.id, done);
  else await insertDeferred(tx, row.id, tally.deferred);
  const deferred = chunk.isDeferred ? -done.length : tally.deferred.length;
  const { created, updated, skipped } = tally;
  const read = chunk.isDeferred ? 0 : chunk.rows.length;
  const rejected = tally.rejected.length;
  await advance(tx, {
    id: row.id,
    read,
    bytes: chunk.bytes,
    created,
    updated,
    skipped,
    rejected,
    deferred,
    runMs,
  });
  return deferred;
}
