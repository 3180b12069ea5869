import type { Db } from '../../../db/connect.ts';
import type { Frame } from '../../template/framed.ts';

const day = 86_400_000;

/**
 * Those that are there already stay as they are: the same id is the same frame. That it is used is noted once a day,
 * so that those who send at the same time do not wait for each other. `now` in milliseconds since 1970.
 */
export const insertFrames = async (db: Db, frames: readonly Frame[], now: number): Promise<void> => {
  const own = [...new Map(frames.map((frame) => [frame.id, frame])).values()];
  if (own.length === 0) return;
  await db`
    with made as (
      insert into core.message_frame (id, pieces, used_at)
      select id, pieces, ${new Date(now)} from json_to_recordset(${JSON.stringify(own)}::text::json) as t (id uuid, pieces json)
      order by id on conflict do nothing)
    update core.message_frame set used_at = ${new Date(now)}
    where id = any(${own.map(({ id }) => id)}::uuid[]) and used_at < ${new Date(now - day)}`;
};
