import type { Actor } from '../access/actor.ts';
import type { Role } from '../access/role.ts';
import type { Db } from '../db/connect.ts';
import { Problem } from '../errors.ts';
import { readSettings } from './settings.ts';

interface Row {
  name: string;
  locale: 'en' | 'zh-CN';
  timeZone: string | null;
  isActive: boolean;
  roles: string[];
  team: string[];
  /** The user's own team and those above it. */
  within: string[];
}

/** One query: the user, the roles, and everybody in the subtree of the teams the user manages. */
export async function loadActor(sql: Db, userId: string, roles: readonly Role[]): Promise<Actor> {
  const [row] = await sql<Row[]>`
    with recursive managed as (
      select id from core.team where manager_id = ${userId}
      union
      select team.id from core.team join managed on team.parent_id = managed.id
    ), belongs as (
      select t.id, t.parent_id from core.team t join core."user" me on me.team_id = t.id where me.id = ${userId}
      union
      select above.id, above.parent_id from core.team above join belongs on belongs.parent_id = above.id
    )
    select name, locale, time_zone as "timeZone", is_active as "isActive",
      array(select role_id from core.user_role where user_id = u.id order by role_id) as roles,
      array(select m.id::text from core."user" m join managed on m.team_id = managed.id) as team,
      array(select id::text from belongs union select id::text from managed order by 1) as within
    from core."user" u where u.id = ${userId}`;
  if (!row) throw new Problem({ status: 401, code: 'signed-out' });
  if (!row.isActive) throw new Problem({ status: 403, code: 'user-inactive' });
  const held = roles.filter((role) => row.roles.includes(role.id));
  const company = await readSettings(sql);
  const holders = [
    `user:${userId}`,
    ...row.within.map((team) => `team:${team}`),
    ...held.map((role) => `role:${role.id}`),
  ];
  return {
    kind: 'user',
    id: userId,
    userId,
    name: row.name,
    locale: row.locale,
    timeZone: row.timeZone ?? company.timeZone,
    roles: held.map((role) => role.id),
    permissions: new Set(held.flatMap((role) => role.permissions)),
    teamUserIds: [...new Set([userId, ...row.team])],
    holders,
    sharedEntities: await sharedEntities(sql, holders),
  };
}

export async function sharedEntities(sql: Db, holders: readonly string[]): Promise<Set<string>> {
  const rows = await sql<{ entity: string }[]>`
    select distinct entity from core.share where holder = any(${holders as string[]}) and (until is null or until > now())`;
  return new Set(rows.map(({ entity }) => entity));
}
