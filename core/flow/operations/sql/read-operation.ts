import type { Db } from '../../../db/connect.ts';
import type { Operation } from '../operation.ts';

export const operationColumns = (db: Db) => db`
  id, kind, selection, options, actor, state, total, issued, done, failed, last_id as "lastId",
  is_issued as "isIssued", created_at as "createdAt", ended_at as "endedAt"`;

export async function readOperation(
  db: Db,
  id: string,
  { isLocked = false } = {},
): Promise<Operation | undefined> {
  const [row] = await db<Operation[]>`
    select ${operationColumns(db)}
    from flow.operation where id = ${id} ${isLocked ? db`for update` : db``}`;
  return row;
}
