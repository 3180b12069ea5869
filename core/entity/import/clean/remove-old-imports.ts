import type { Sql } from '../../../db/connect.ts';
import { daysBefore, keptDays } from './kept-days.ts';

/**
 * Removes imports whose time is over, with their files and rejected rows; the records and their events stay. One
 * whose rejected rows are being mended in another waits for that one. Answers how many.
 */
export async function removeOldImports(sql: Sql, now: number): Promise<number> {
  const gone = await sql`
    with gone as (
      delete from core.import i
      where (i.state in ('completed', 'stopped', 'failed') and i.ended_at < ${daysBefore(now, keptDays.ended)}
          or i.state = 'ready' and i.created_at < ${daysBefore(now, keptDays.notStarted)})
        and not exists (select 1 from core.import child where child.parent_id = i.id)
      returning i.file_id)
    delete from core.file f using gone where f.id = gone.file_id`;
  return gone.count;
}
