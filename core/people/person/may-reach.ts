import { may, type Actor } from '../../access/index.ts';
import { Problem } from '../../errors.ts';
import type { Person } from '../../identity/index.ts';
import type { Registry } from '../../registry.ts';
import { beyond } from '../roles/within.ts';

/** Whoever could set the password of somebody who may more could act as them: problem `person-beyond-own` (403). */
export function mayReach({ registry }: { registry: Registry }, actor: Actor, person: Person): void {
  if (may(actor, '*') || person.id === actor.userId) return;
  const above = registry.roles.filter(
    (role) => person.roles.includes(role.id) && beyond({ registry }, { actor, role }).length > 0,
  );
  if (above.length > 0)
    throw new Problem({ status: 403, code: 'person-beyond-own', params: { name: person.name } });
}
