import type { Sql } from '../../db/connect.ts';

/** Held as long as somebody is at work on a change; undefined when another is. Ends with its process. */
export async function lockChange(sql: Sql, id: string): Promise<(() => Promise<void>) | undefined> {
  const connection = await sql.reserve();
  const [row] = await connection<{ isMine: boolean }[]>`
    select pg_try_advisory_lock(hashtextextended(${id}, 0)) as "isMine"`;
  if (!row?.isMine) {
    connection.release();
    return undefined;
  }
  return async () => {
    await connection`select pg_advisory_unlock(hashtextextended(${id}, 0))`;
    connection.release();
  };
}
