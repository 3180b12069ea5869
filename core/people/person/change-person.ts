/** Adds or changes a person: who may hand out what, nobody is locked out, and the audit hears of it. */
import type { Actor } from '../../access/index.ts';
import type { Clock } from '../../clock.ts';
import { definitionChanged } from '../../configuration/index.ts';
import type { Sql, Tx } from '../../db/connect.ts';
import { invalid, Problem } from '../../errors.ts';
import { readPerson, savePersonIn, type Person, type PersonChange } from '../../identity/index.ts';
import type { Registry } from '../../registry.ts';
import { beyond } from '../roles/within.ts';
import { keepAdministrator } from './keep-administrator.ts';
import { mayReach } from './may-reach.ts';

export interface PersonParts {
  sql: Sql;
  registry: Registry;
  clock: Clock;
  hashPassword: (password: string) => Promise<string>;
}

export interface ChangePerson {
  actor: Actor;
  requestId: string;
  /** Absent for a new person. */
  id?: string;
  change: PersonChange;
}

/** Answers the id. */
export const changePerson = (parts: PersonParts, input: ChangePerson): Promise<string> =>
  parts.sql.begin((tx) => changePersonIn(tx, parts, input));

export async function changePersonIn(tx: Tx, parts: PersonParts, input: ChangePerson): Promise<string> {
  const { actor, id: known, change } = input;
  const before = known === undefined ? null : await readPerson(tx, known);
  if (before) mayReach(parts, actor, before);
  refuseRoles(
    parts,
    actor,
    (change.roles ?? []).filter((role) => !before?.roles.includes(role)),
  );
  const act = (): Promise<string> =>
    savePersonIn(tx, { ...(known !== undefined && { id: known }), change, hashPassword: parts.hashPassword });
  const id = change.isActive === false || change.roles ? await keepAdministrator(tx, act) : await act();
  const after = await readPerson(tx, id);
  await definitionChanged(tx, {
    kind: 'person',
    id,
    title: after.name,
    before: before && shown(before),
    after: { ...shown(after), ...(change.password !== undefined && { password: 'set' }) },
    actor: actor.userId ?? actor.id,
    at: parts.clock.now(),
    requestId: input.requestId,
  });
  return id;
}

function refuseRoles(parts: PersonParts, actor: Actor, added: readonly string[]): void {
  for (const id of added) {
    const role = parts.registry.roles.find((one) => one.id === id);
    if (!role) throw invalid([{ pointer: '/roles', code: 'role-unknown', params: { role: id } }]);
    const more = beyond(parts, { actor, role });
    if (more.length > 0)
      throw new Problem({
        status: 403,
        code: 'role-beyond-own',
        params: { more: more.slice(0, 5).join(', ') },
      });
  }
}

const shown = ({ name, email, isActive, roles, team }: Person) => ({
  name,
  email,
  isActive,
  roles,
  team: team?.title ?? null,
});
