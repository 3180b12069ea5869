import type { Sql } from '../../db/connect.ts';

/** How many people who can work hold each role; a role that nobody holds is left out. */
export const peopleByRole = (sql: Sql): Promise<{ role: string; people: number }[]> => sql`
  select r.role_id as role, count(*) as people
  from core.user_role r join core."user" u on u.id = r.user_id
  where u.is_active
  group by 1`;
