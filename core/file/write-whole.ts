import { randomUUID } from 'node:crypto';
import type { Db } from '../db/connect.ts';
import { chunkSize } from './chunk-size.ts';
import { contentType } from './content-type.ts';
import type { StoredFile, WholeFile } from './files.ts';
import { noteLoose } from './loose/note-loose.ts';
import { insertChunk } from './sql/insert-chunk.ts';

/** So many pieces are on their way at once: none waits for the answer to the one before it. */
const atOnce = 16;

/** One statement for the files; their pieces follow each other. */
export async function writeWhole(db: Db, files: readonly WholeFile[]): Promise<StoredFile[]> {
  if (files.length === 0) return [];
  const rows = files.map(({ name, bytes, createdBy }) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const type =
      buffer.length === 0 ? 'application/octet-stream' : contentType(buffer.subarray(0, chunkSize));
    return { buffer, file: { id: randomUUID(), name, type, size: buffer.length, createdBy } };
  });
  const made = rows.map(({ file }) => file);
  const [first] = await db<{ at: Date }[]>`
    insert into core.file (id, name, type, size, created_by)
    select * from unnest(${made.map(({ id }) => id)}::uuid[], ${made.map(({ name }) => name)}::text[],
      ${made.map(({ type }) => type)}::text[], ${made.map(({ size }) => size)}::int8[],
      ${made.map(({ createdBy }) => createdBy)}::text[])
    returning created_at as at`;
  await noteLoose(
    db,
    made.map(({ id }) => id),
    first!.at,
  );
  const chunks = rows.flatMap(({ file: { id }, buffer }) =>
    Array.from({ length: Math.ceil(buffer.length / chunkSize) }, (_, seq) => ({
      ...{ id, seq },
      bytes: buffer.subarray(seq * chunkSize, (seq + 1) * chunkSize),
    })),
  );
  for (let from = 0; from < chunks.length; from += atOnce)
    await Promise.all(chunks.slice(from, from + atOnce).map((chunk) => insertChunk(db, chunk)));
  return made.map((file) => ({ ...file, createdAt: first!.at }));
}
