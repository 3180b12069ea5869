import type { Tx } from '../../db/connect.ts';

/** Whether any segment reads one of these fields. */
export async function isWatched(tx: Tx, entity: string, fields: readonly string[]): Promise<boolean> {
  if (fields.length === 0) return false;
  const [found] = await tx<{ is: boolean }[]>`
    select exists (select 1 from core.segment_watch
      where entity = ${entity} and field = any(${[...fields]}::text[])) as is`;
  return found?.is === true;
}
