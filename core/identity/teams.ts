import type { Db } from '../db/connect.ts';

export interface Team {
  id: string;
  name: string;
  parent: string | null;
  manager: { id: string; title: string } | null;
  members: number;
}

export const listTeams = (sql: Db): Promise<Team[]> => sql<Team[]>`
  select t.id, t.name, t.parent_id as parent,
    case when m.id is not null then jsonb_build_object('id', m.id, 'title', m.name) end as manager,
    (select count(*) from core."user" u where u.team_id = t.id) as members
  from core.team t left join core."user" m on m.id = t.manager_id order by t.name`;

/** The team of that name under that parent; made when absent, its manager set when given. */
export async function ensureTeam(
  sql: Db,
  team: { name: string; parent: string | null; manager?: string | null },
): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    insert into core.team (name, parent_id, manager_id) values (${team.name}, ${team.parent}, ${team.manager ?? null})
    on conflict (parent_id, name) do update set manager_id = coalesce(excluded.manager_id, core.team.manager_id)
    returning id`;
  return row!.id;
}
