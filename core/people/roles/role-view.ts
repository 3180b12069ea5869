import { type Role } from '../../access/index.ts';
import type { Registry } from '../../registry.ts';
import { invalidRules } from './check-role.ts';
import type { RolesParts } from './parts.ts';
import { readStoredRoles } from './stored-roles.ts';

export interface RoleView extends Role {
  name: string;
  /** Declared by core or a plugin, or made by an admin. */
  origin: 'core' | 'plugin' | 'own';
  /** Entities whose grants an admin changed; those alone can be reset. */
  changed: string[];
  isChanged: boolean;
  /** For the next save; 0 while nothing is stored. */
  version: number;
  people: number;
  /** Grants whose rule or fields lead nowhere any more: they grant nothing until they are mended. */
  broken: { grant: number; code: string; params?: Record<string, unknown> }[];
}

type RoleName = (role: Role) => string;

export async function roleViews(parts: RolesParts, nameOf: RoleName): Promise<RoleView[]> {
  const { sql, registry } = parts;
  const [stored, held] = await Promise.all([
    readStoredRoles(sql),
    sql<{ role: string; people: number }[]>`
      select role_id as role, count(*) as people from core.user_role group by 1`,
  ]);
  return registry.roles.map((role) => {
    const row = stored.find(({ id }) => id === role.id);
    const isOverlay = row !== undefined && !row.isOwn;
    return {
      ...role,
      name: nameOf(role),
      origin: originOf(registry, role.id),
      changed: isOverlay ? Object.keys(row.overlay.grants) : [],
      isChanged: isOverlay,
      version: row?.version ?? 0,
      people: held.find((one) => one.role === role.id)?.people ?? 0,
      broken: invalidRules(parts, role),
    };
  });
}

function originOf(registry: Registry, id: string): RoleView['origin'] {
  if (!registry.baseRoles.some((role) => role.id === id)) return 'own';
  return registry.plugins.some(({ roles }) => roles.some((role) => role.id === id)) ? 'plugin' : 'core';
}
