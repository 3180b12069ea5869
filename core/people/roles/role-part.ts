import { z } from 'zod';
import { defineRole, type Role } from '../../access/index.ts';
import { within, type ConfigurationPart } from '../../configuration/index.ts';
import { wordsOf } from '../../entity/index.ts';
import type { RolesParts } from './parts.ts';
import { removeRole, saveRole } from './save-role.ts';
import { composeRoles, readStoredRoles } from './stored-roles.ts';

/** Roles as configuration: what admins made or changed, read again wherever it changes. */
export function rolePart(parts: RolesParts): ConfigurationPart {
  const { sql, registry } = parts;
  return {
    kind: 'role',
    order: 60,
    shape,
    items: async () => {
      const stored = await readStoredRoles(sql);
      const roles = composeRoles(registry.baseRoles, stored);
      return stored.flatMap(({ id }) => {
        const role = roles.find((one) => one.id === id);
        return role ? [{ id, title: wordsOf(role.label) ?? id, content: contentOf(role) }] : [];
      });
    },
    has: (id) => Promise.resolve(registry.roles.some((role) => role.id === id)),
    refers: (content) => {
      const entities = roleOf(content).grants.map(({ entity }) => entity);
      return [...new Set(entities)].filter((id) => id !== '*').map((id) => ({ kind: 'entity', id }));
    },
    apply: async (changes, { actor, requestId }) => {
      await sql.begin(async (tx) => {
        for (const { id, content } of changes) {
          const role = { ...roleOf(content), id };
          const isNew = !registry.roles.some((one) => one.id === id);
          if (content === null) await removeRole(tx, parts, { actor, requestId, id });
          else
            await within({ kind: 'role', id }, () =>
              saveRole(tx, parts, { actor, requestId, id, role, isNew }),
            );
        }
      });
    },
    reload: async () => registry.replaceRoles(composeRoles(registry.baseRoles, await readStoredRoles(sql))),
  };
}

const shape = z.looseObject({
  label: z.record(z.string(), z.string()).optional(),
  grants: z.array(z.looseObject({ entity: z.string(), actions: z.array(z.string()) })),
  permissions: z.array(z.string()).optional(),
});

const contentOf = ({ label, grants, permissions }: Role): unknown => ({
  ...(label && { label }),
  grants,
  permissions,
});

// The cast: a pack's content of this kind; what is wrong in it is refused when it is saved.
const roleOf = (content: unknown): Role => defineRole({ ...(content as Partial<Role> | null), id: '' });
