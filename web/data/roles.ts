import type { EntityGrant } from '../../core/access/role.ts';
import { api } from './client.ts';

export type { EntityGrant, FieldRestriction } from '../../core/access/role.ts';

export interface RoleItem {
  id: string;
  name: string;
  label?: { en?: string; 'zh-CN'?: string };
  grants: EntityGrant[];
  permissions: string[];
  origin: 'core' | 'plugin' | 'own';
  /** Entities of a plugin's role that an admin changed. */
  changed: string[];
  isChanged: boolean;
  version: number;
  people: number;
  broken: { grant: number; code: string }[];
}

export type RoleDraft = Pick<RoleItem, 'label' | 'grants' | 'permissions'>;

export interface RolesAnswer {
  items: RoleItem[];
  /** How a masked value looks, by type of field. */
  masks: Record<string, string>;
}

export const listRoles = (): Promise<RolesAnswer> => api.get('/api/roles');

export const listPermissions = async (): Promise<{ id: string; label: string }[]> =>
  (await api.get<{ items: { id: string; label: string }[] }>('/api/permissions')).items;

export const makeRole = (role: RoleDraft & { id: string }): Promise<RoleItem> => api.post('/api/roles', role);

export const saveRole = (
  id: string,
  { label, grants, permissions }: RoleDraft,
  version?: number,
): Promise<RoleItem> =>
  api.put(`/api/roles/${encodeURIComponent(id)}`, {
    ...(label && { label }),
    grants,
    permissions,
    ...(version !== undefined && { version }),
  });

/** Removes an own role, or takes back what was changed of a plugin's: all of it, or of one entity. */
export const resetRole = async (id: string, entity?: string): Promise<RoleItem | null> =>
  (
    await api.delete<{ role: RoleItem | null }>(
      `/api/roles/${encodeURIComponent(id)}${entity ? `?entity=${encodeURIComponent(entity)}` : ''}`,
    )
  ).role;

export interface VisibleCount {
  total: number;
  byRole: number;
  visible: number;
}

export const previewRole = (input: {
  role: RoleDraft & { id: string };
  entity: string;
  user?: string;
}): Promise<VisibleCount> => api.post('/api/roles/preview', input);

export const recordActions = ['read', 'create', 'update', 'delete'] as const;
export const entityActions = ['export', 'import', 'run'] as const;
export type MatrixAction = (typeof recordActions)[number] | (typeof entityActions)[number];
export const matrixActions: readonly MatrixAction[] = [...recordActions, ...entityActions];
