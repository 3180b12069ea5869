import type { Db } from '../../../db/connect.ts';
import type { Variables } from '../../step/types.ts';

/** Users as expressions see them, with the manager of their team; a manager's own is the one above. */
export async function people(db: Db, ids: readonly string[]): Promise<Map<string, Variables>> {
  const rows = await db<
    {
      id: string;
      name: string;
      email: string | null;
      team: Variables | null;
      manager: Variables | null;
      locale: string;
    }[]
  >`
    select u.id, u.name, u.email, u.locale,
      case when team.id is not null then json_build_object('id', team.id, 'title', team.name) end as team,
      case when boss.id is not null then json_build_object('id', boss.id, 'title', boss.name) end as manager
    from core."user" u
    left join core.team team on team.id = u.team_id
    left join core.team above on above.id = team.parent_id
    left join core."user" boss on boss.id = case when team.manager_id = u.id then above.manager_id else coalesce(team.manager_id, above.manager_id) end
    where u.id = any(${[...ids]}::uuid[])`;
  return new Map(rows.map((row) => [row.id, { ...row, title: row.name }]));
}
