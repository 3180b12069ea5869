/** Roles are data: what plugins declare is the base, what an admin changes is an overlay in the database. */

/**
 * A condition on a record, in the same filter language as queries. A value may be one of
 * `$actor.id` (the user), `$actor.team` (the user and everybody in teams they manage; with `in`).
 */
export type RecordRule = Record<string, unknown>;

export type Action = 'read' | 'create' | 'update' | 'delete';

export interface EntityGrant {
  /** Entity id, or `*` for every entity. */
  entity: string;
  actions: readonly Action[];
  /** Which records; all when absent. Several grants add up (or). */
  where?: RecordRule;
  /** Fields this grant does not show, shows read-only, or shows masked like `138****1234`. */
  fields?: Readonly<Record<string, 'hidden' | 'read-only' | 'masked'>>;
}

export interface Role {
  id: string;
  grants: readonly EntityGrant[];
  /** Named permissions: `flows.deploy`, `flows.operate`, `imports.run`, … or `*`. */
  permissions: readonly string[];
  label?: { en?: string; 'zh-CN'?: string };
}

export const defineRole = (role: Partial<Role> & Pick<Role, 'id'>): Role => ({
  grants: [],
  permissions: [],
  ...role,
});
