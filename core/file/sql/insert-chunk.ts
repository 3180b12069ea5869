import type { Db } from '../../db/connect.ts';

/**
 * One piece, committed on its own: a long upload holds no transaction open. It goes as Base64, a third longer than the
 * bytes: the driver's own way is twice as long and copies them twice, and a fast upload left 90 MB behind.
 */
export async function insertChunk(db: Db, chunk: { id: string; seq: number; bytes: Buffer }): Promise<void> {
  await db`insert into core.file_chunk (file_id, seq, bytes)
    values (${chunk.id}, ${chunk.seq}, decode(${chunk.bytes.toString('base64')}, 'base64'))`;
}
