/** Bytes of files in the database, streamed in and out in pieces of 64 KiB. */
import { randomUUID } from 'node:crypto';
import type { Db } from '../db/connect.ts';
import { notFound, Problem } from '../errors.ts';
import { chunkSize } from './chunk-size.ts';
import { contentType } from './content-type.ts';
import { noteLoose } from './loose/note-loose.ts';
import { insertChunk } from './sql/insert-chunk.ts';
import { readChunk } from './sql/read-chunk.ts';
import { writeWhole } from './write-whole.ts';

/** What one file may have when the caller states nothing else. */
export const defaultLimit = 100 * 1_048_576;

export interface StoredFile {
  id: string;
  name: string;
  /** By content, not by name. */
  type: string;
  size: number;
  createdBy: string;
  createdAt: Date;
}

export interface NewFile {
  name: string;
  bytes: AsyncIterable<Uint8Array>;
  createdBy: string;
  limit?: number;
  /** Sees every piece on its way. */
  watch?: (piece: Buffer) => void;
}

/** A file whose bytes are at hand. */
export interface WholeFile {
  name: string;
  bytes: Uint8Array;
  createdBy: string;
}

export interface Files {
  /** Several at once, in the order given; in one transaction with what they belong to. */
  writeWhole(files: readonly WholeFile[]): Promise<StoredFile[]>;
  /** Problem `file-large` (413) beyond the limit; nothing stays behind then, or when the stream breaks. */
  write(file: NewFile): Promise<StoredFile>;
  /** Problem 404 when it does not exist or is not whole. */
  info(id: string, db?: Db): Promise<StoredFile>;
  read(id: string): AsyncGenerator<Buffer>;
  remove(id: string, db?: Db): Promise<void>;
  /** Deletes uploads that broke off before the time given; answers how many. */
  removeUnfinished(before: Date): Promise<number>;
}

/** In a transaction, where one is given: what is written is there when it commits. */
export function createFiles({ sql }: { sql: Db }): Files {
  return {
    write: (file) => writeFile(sql, file),
    writeWhole: (files) => writeWhole(sql, files),
    async info(id, db = sql) {
      const [row] = await db<StoredFile[]>`
        select id, name, type, size, created_by as "createdBy", created_at as "createdAt"
        from core.file where id = ${id} and size is not null`;
      if (!row) throw notFound('file', id);
      return row;
    },
    async *read(id) {
      for (let seq = 0; ; seq++) {
        const bytes = await readChunk(sql, { id, seq });
        if (!bytes) return;
        yield bytes;
      }
    },
    async remove(id, db = sql) {
      await db`delete from core.file where id = ${id}`;
    },
    async removeUnfinished(before) {
      return (await sql`delete from core.file where size is null and created_at < ${before}`).count;
    },
  };
}

async function writeFile(sql: Db, file: NewFile): Promise<StoredFile> {
  const id = randomUUID();
  const limit = file.limit ?? defaultLimit;
  await sql`insert into core.file (id, name, created_by) values (${id}, ${file.name}, ${file.createdBy})`;
  try {
    let seq = 0;
    let size = 0;
    let type = 'application/octet-stream';
    for await (const piece of pieces(file.bytes)) {
      size += piece.length;
      if (size > limit)
        throw new Problem({
          status: 413,
          code: 'file-large',
          params: { megabytes: Math.floor(limit / 1_048_576) },
        });
      if (seq === 0) type = contentType(piece);
      file.watch?.(piece);
      await insertChunk(sql, { id, seq, bytes: piece });
      seq += 1;
    }
    const [row] = await sql<{ createdAt: Date }[]>`
      update core.file set size = ${size}, type = ${type} where id = ${id} returning created_at as "createdAt"`;
    await noteLoose(sql, [id], row!.createdAt);
    return { id, name: file.name, type, size, createdBy: file.createdBy, createdAt: row!.createdAt };
  } catch (error) {
    await sql`delete from core.file where id = ${id}`;
    throw error;
  }
}

/** The same bytes in pieces of exactly `chunkSize`, the last one shorter. */
async function* pieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of bytes) {
    parts.push(part);
    length += part.length;
    if (length < chunkSize) continue;
    const whole = Buffer.concat(parts);
    let at = 0;
    for (; at + chunkSize <= whole.length; at += chunkSize) yield whole.subarray(at, at + chunkSize);
    parts = [whole.subarray(at)];
    length -= at;
  }
  if (length > 0) yield Buffer.concat(parts);
}
