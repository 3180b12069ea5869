import type { Db } from '../../../db/connect.ts';
import type { Frame } from '../../template/framed.ts';

/** Those that are there already stay as they are: the same id is the same frame. */
export const insertFrames = async (db: Db, frames: readonly Frame[]): Promise<void> => {
  const own = [...new Map(frames.map((frame) => [frame.id, frame])).values()];
  if (own.length === 0) return;
  await db`
    insert into core.message_frame (id, pieces)
    select id, pieces from json_to_recordset(${JSON.stringify(own)}::text::json) as t (id uuid, pieces json)
    order by id on conflict do nothing`;
};
