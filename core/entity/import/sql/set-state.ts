import type { Db } from '../../../db/connect.ts';
import type { ImportRow, ImportState } from '../import-row.ts';

/** Moves to a state from one of others; answers whether it was in one of those. */
export async function setState(
  db: Db,
  id: string,
  change: { from: ImportState[]; to: ImportState; problem?: ImportRow['problem'] },
): Promise<boolean> {
  const isEnd = ['stopped', 'completed', 'failed'].includes(change.to);
  // The cast: a problem is plain JSON.
  const problem = change.problem ? db.json(change.problem as never) : null;
  const done = await db`
    update core.import set state = ${change.to}, problem = ${problem},
      started_at = case when ${change.to} = 'running' then coalesce(started_at, now()) else started_at end,
      ended_at = case when ${isEnd} then now() end
    where id = ${id} and state = any(${change.from})`;
  return done.count === 1;
}
