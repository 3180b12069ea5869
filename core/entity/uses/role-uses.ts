import type { Role } from '../../access/role.ts';
import type { EntitySource } from './entity-uses.ts';
import type { FindEntity } from './field-path.ts';
import { filterFields } from './filter-fields.ts';
import type { Use, UsesProvider } from './use.ts';

/** Record rules and field masks of roles. */
export const roleUses = (source: EntitySource & { readonly roles: readonly Role[] }): UsesProvider => ({
  kind: 'role',
  uses: () => {
    const all = new Map(source.entities().map((definition) => [definition.id, definition]));
    return Promise.resolve(source.roles.flatMap((role) => usesOf(role, (id) => all.get(id))));
  },
});

function usesOf(role: Role, find: FindEntity): Use[] {
  const [plugin, ...rest] = role.id.split('.');
  const name = role.label ?? (rest.length > 0 ? `${plugin}.role.${rest.join('.')}` : `role.${role.id}`);
  const common = { kind: 'role', id: role.id, name, href: '/settings/roles' };
  return role.grants.flatMap((grant) => [
    ...filterFields(find, grant.entity, grant.where).map((ref) => ({ ...common, ...ref, isBroken: true })),
    ...Object.keys(grant.fields ?? {}).map((field) => ({
      ...common,
      entity: grant.entity,
      field,
      isBroken: false,
    })),
  ]);
}
