import type { Tx } from '../../db/connect.ts';

/** Whether one of these segments is of another entity, gone, the segment itself, or reads it on some way. */
export async function refersBack(
  tx: Tx,
  id: string,
  { entity, segments }: { entity: string; segments: readonly string[] },
): Promise<boolean> {
  if (segments.length === 0) return false;
  const [known] = await tx<{ count: number }[]>`
    select count(*)::int as count from core.segment where id = any(${[...segments]}::uuid[]) and entity = ${entity}`;
  if (known?.count !== segments.length) return true;
  const [found] = await tx<{ is: boolean }[]>`
    with recursive reached (id) as (
      select unnest(${[...segments]}::uuid[])
      union select substr(w.entity, 9)::uuid from core.segment_watch w join reached r on r.id = w.segment_id
        where w.entity like 'segment:%')
    select exists (select 1 from reached where id = ${id}) as is`;
  return found?.is === true;
}
