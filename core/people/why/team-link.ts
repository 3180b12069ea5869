import type { Sql } from '../../db/connect.ts';

/** The chain from somebody's team up to the one that a person leads: `['North', 'Sales']`; null where there is none. */
export async function teamLink(
  sql: Sql,
  { member, leader }: { member: string; leader: string },
): Promise<string[] | null> {
  const rows = await sql<{ name: string; isLed: boolean }[]>`
    with recursive up as (
      select t.id, t.name, t.parent_id, t.manager_id, 1 as step
      from core.team t join core."user" u on u.team_id = t.id where u.id::text = ${member}
      union all
      select t.id, t.name, t.parent_id, t.manager_id, step + 1
      from core.team t join up on up.parent_id = t.id where step < 50
    )
    select name, coalesce(manager_id::text = ${leader}, false) as "isLed" from up order by step`;
  const end = rows.findIndex(({ isLed }) => isLed);
  return end < 0 ? null : rows.slice(0, end + 1).map(({ name }) => name);
}
