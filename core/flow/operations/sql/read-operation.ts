import type { Db } from '../../../db/connect.ts';
import type { Operation } from '../operation.ts';

export async function readOperation(
  db: Db,
  id: string,
  { isLocked = false } = {},
): Promise<Operation | undefined> {
  const [row] = await db<Operation[]>`
    select id, kind, selection, options, actor, state, total, issued, done, failed, last_id as "lastId",
      is_issued as "isIssued", created_at as "createdAt", ended_at as "endedAt"
    from flow.operation where id = ${id} ${isLocked ? db`for update` : db``}`;
  return row;
}
