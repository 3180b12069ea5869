/** People in bulk, as an import brings them: a name, perhaps a manager and a region, no e-mail. */
import type { Db } from '../db/connect.ts';
import { setRoles } from './users.ts';
import { ensureTeam } from './teams.ts';

export interface PersonRow {
  name: string;
  email?: string | null;
  /** Name of the manager; made when absent. */
  manager?: string | null;
  /** Team at the top, such as a regional office. */
  team?: string | null;
  roles: readonly string[];
  managerRoles: readonly string[];
}

export interface PersonOutcome {
  id: string;
  wasCreated: boolean;
}

/**
 * Makes what is missing, in order: the region as a team, under it the manager's team, and the person in it.
 * A person found by e-mail, or by name where there is none, is changed instead of doubled.
 */
export async function ensurePeople(tx: Db, rows: readonly PersonRow[]): Promise<PersonOutcome[]> {
  const outcomes: PersonOutcome[] = [];
  for (const row of rows) outcomes.push(await ensurePerson(tx, row));
  return outcomes;
}

async function ensurePerson(tx: Db, row: PersonRow): Promise<PersonOutcome> {
  const region = row.team ? await ensureTeam(tx, { name: row.team, parent: null }) : null;
  let team = region;
  if (row.manager) {
    const manager = await findOrInsert(tx, { name: row.manager, email: null });
    if (manager.wasCreated) await setRoles(tx, manager.id, row.managerRoles);
    team = await ensureTeam(tx, { name: row.manager, parent: region, manager: manager.id });
  }
  const person = await findOrInsert(tx, { name: row.name, email: row.email ?? null });
  if (team) await tx`update core."user" set team_id = ${team}, updated_at = now() where id = ${person.id}`;
  if (person.wasCreated) await setRoles(tx, person.id, row.roles);
  return person;
}

async function findOrInsert(tx: Db, person: { name: string; email: string | null }): Promise<PersonOutcome> {
  const email = person.email?.toLowerCase() ?? null;
  const [found] = await tx<{ id: string }[]>`
    select id from core."user"
    where case when ${email}::text is null then lower(name) = lower(${person.name}) else email = ${email} end
    order by created_at limit 1`;
  if (found) return { id: found.id, wasCreated: false };
  const [made] = await tx<{ id: string }[]>`
    insert into core."user" (name, email) values (${person.name}, ${email}) returning id`;
  return { id: made!.id, wasCreated: true };
}
