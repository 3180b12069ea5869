import type { Db } from '../../../db/connect.ts';

/** What nobody needs any more, and has not gone yet, is not sent. */
export const takeBack = async (db: Db, keys: readonly string[]): Promise<number> =>
  (
    await db`
      update core.outbox set state = 'cancelled' where key = any(${[...keys]}::text[]) and state = 'waiting'`
  ).count;
