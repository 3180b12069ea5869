import type { Db } from '../../db/connect.ts';

/** One piece, committed on its own: a long upload holds no transaction open. */
export async function insertChunk(db: Db, chunk: { id: string; seq: number; bytes: Buffer }): Promise<void> {
  await db`insert into core.file_chunk (file_id, seq, bytes) values (${chunk.id}, ${chunk.seq}, ${chunk.bytes})`;
}
