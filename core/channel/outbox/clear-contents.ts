/** What messages said is taken away when the company keeps it no longer; that they were sent, and when, stays. */
import type { Sql } from '../../db/connect.ts';

const day = 86_400_000;
/** Some milliseconds each: who sends waits for none of them. */
const mostAtOnce = 500;

interface Keeping {
  /** Null keeps it for good. */
  days: number | null;
  /** Milliseconds since 1970. */
  now: number;
}

/** Answers how many messages lost what they said. */
export async function clearContents(sql: Sql, { days, now }: Keeping): Promise<number> {
  if (days === null) return 0;
  const before = new Date(now - days * day);
  const [done] = await sql<{ until: string }[]>`
    select value->>'until' as until from core.setting where key = 'outbox.cleared'`;
  let count = 0;
  for (let changed = mostAtOnce; changed === mostAtOnce; count += changed)
    changed = (
      await sql`
        update core.outbox set content = '{"text": "", "isGone": true}' where id in (
          select id from core.outbox
          where created_at < ${before} and created_at >= ${new Date(done?.until ?? 0)}
            and state not in ('waiting', 'sending') and content->>'isGone' is null
          order by created_at, id limit ${mostAtOnce} for update skip locked)`
    ).count;
  const [waiting] = await sql<{ since: Date | null }[]>`
    select min(created_at) as since from core.outbox
    where state in ('waiting', 'sending') and created_at < ${before}`;
  const until = waiting?.since ?? before;
  await sql`insert into core.setting (key, value) values ('outbox.cleared', ${sql.json({ until: until.toISOString() })})
    on conflict (key) do update set value = excluded.value`;
  // What still waits may need any of them; a use is noted a day late at most.
  if (!waiting?.since)
    await sql`delete from core.message_frame where used_at < ${new Date(before.getTime() - day)}`;
  return count;
}
