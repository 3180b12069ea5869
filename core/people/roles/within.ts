/** Nobody hands out more than they hold, unless they are administrator: is a role within what an actor may do? */
import { canonical, may, type Actor, type EntityGrant, type Role } from '../../access/index.ts';
import { grants, isFor } from '../../access/grants.ts';
import { entityActions, recordActions } from '../../access/role.ts';
import type { RolesParts } from './parts.ts';

/** What of the role goes beyond the actor: permissions, and entities with an action; empty when nothing does. */
export function beyond(
  { registry }: Pick<RolesParts, 'registry'>,
  { actor, role }: { actor: Actor; role: Role },
): string[] {
  if (may(actor, '*')) return [];
  if (actor.roles.includes(role.id) && registry.roles.includes(role)) return [];
  const held = registry.roles.filter(({ id }) => actor.roles.includes(id)).flatMap((one) => one.grants);
  const permissions = role.permissions.filter((permission) => !may(actor, permission));
  const entities = role.grants.flatMap((grant) =>
    [...recordActions, ...entityActions]
      .filter((action) => grants(action, grant))
      .filter((action) => !held.some((own) => grants(action, own) && covers(own, grant)))
      .map((action) => `${grant.entity}: ${action}`),
  );
  return [...permissions, ...entities];
}

/**
 * Whether everything the one gives the other gives too: for all records or under the very same rule, and with no
 * field more open. Two rules that merely amount to the same are taken for different: refused rather than guessed.
 */
function covers(own: EntityGrant, other: EntityGrant): boolean {
  const isSameEntity = other.entity === '*' ? own.entity === '*' : isFor(own, other.entity);
  if (!isSameEntity) return false;
  if (own.where !== undefined && canonical(own.where) !== canonical(other.where ?? null)) return false;
  return Object.entries(own.fields ?? {}).every(([field, level]) => {
    const given = other.fields?.[field];
    return given !== undefined && strictness.indexOf(given) >= strictness.indexOf(level);
  });
}

const strictness = ['read-only', 'masked', 'hidden'];
