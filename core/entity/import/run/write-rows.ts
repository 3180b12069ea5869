/** One chunk in one transaction: its rows, what became of them, and how far the import is. */
import type { Events } from '../../../event/index.ts';
import type { Sql, Tx } from '../../../db/connect.ts';
import { replanned } from '../../replanned.ts';
import type { ImportRow } from '../import-row.ts';
import type { DataRow } from '../source.ts';
import { advance } from '../sql/advance.ts';
import { deleteDeferred, insertDeferred } from '../sql/deferred.ts';
import { insertRejected } from '../sql/insert-rejected.ts';
import { readImport } from '../sql/read-import.ts';
import { tallyUp, type Tally } from './tally.ts';
import type { Turn } from './turn.ts';
import { writeChunk } from './write-chunk.ts';
import type { ImportWriter } from './writer.ts';

/** `stopped`: somebody asked; `left`: the server stops, or another process has it; `idle`: it is not to run. */
export type RunEnd = 'done' | 'stopped' | 'left' | 'idle';

export interface RunOptions {
  /** In each transaction: false when the work is no longer this process's. */
  isOurs(tx: Tx): Promise<boolean>;
  signal: AbortSignal;
}

export interface Run extends RunOptions {
  services: { sql: Sql; events: Pick<Events, 'wake'> };
  row: ImportRow;
  /** As many as chunks may be written at the same time. */
  writers: readonly ImportWriter[];
  /** Up to when the time is written down as spent. */
  countedUntil: number;
}

export interface Chunk {
  rows: DataRow[];
  bytes: number;
  canWait: boolean;
  isDeferred?: boolean;
  /** Where the import must stand for these rows to be next. */
  position: number;
  writer: ImportWriter;
  /** Given when chunks overlap. */
  turn?: Turn;
}

export async function writeRows(run: Run, chunk: Chunk): Promise<RunEnd> {
  const { services, row, signal } = run;
  if (signal.aborted) return 'left';
  const started = performance.now();
  try {
    const deferred = await replanned(() =>
      services.sql.begin(async (tx) => {
        const { turn } = chunk;
        await (turn ? turn.take(tx) : claim(tx, run, chunk));
        const outcomes = await writeChunk(tx, chunk.writer, chunk);
        await turn?.afterLast(tx);
        if (turn) await claim(tx, run, chunk);
        const tally = tallyUp(chunk.rows, outcomes);
        const runMs = Math.round(performance.now() - Math.max(started, run.countedUntil));
        return keep(tx, { row, chunk, tally, runMs });
      }),
    );
    run.countedUntil = performance.now();
    services.events.wake();
    if (!chunk.isDeferred) row.position = chunk.position + chunk.rows.length;
    row.deferred += deferred;
    return 'done';
  } catch (error) {
    chunk.writer.forget();
    if (error instanceof StoodDown) return error.end;
    throw error;
  }
}

/** Undoes what was written: it was not this run's to write. */
class StoodDown extends Error {
  readonly end: RunEnd;

  constructor(end: RunEnd) {
    super(`The import is ${end}.`);
    this.end = end;
  }
}

/** Locks the import where it stands until the transaction ends. */
async function claim(tx: Tx, run: Run, { position }: Chunk): Promise<void> {
  const now = await readImport(tx, run.row.id, { lock: true });
  if (now.state === 'stopping') throw new StoodDown('stopped');
  if (now.state !== 'running' || now.position !== position || !(await run.isOurs(tx)))
    throw new StoodDown('left');
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
