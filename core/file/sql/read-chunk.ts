import type { Db } from '../../db/connect.ts';

export async function readChunk(db: Db, chunk: { id: string; seq: number }): Promise<Buffer | null> {
  const [row] = await db<{ bytes: Buffer }[]>`
    select bytes from core.file_chunk where file_id = ${chunk.id} and seq = ${chunk.seq}`;
  return row?.bytes ?? null;
}
