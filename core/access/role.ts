/** Roles are data: what plugins declare is the base, what an admin changes is an overlay in the database. */

/**
 * A condition on a record, in the same filter language as queries. A value may be one of
 * `$actor.id` (the user), `$actor.team` (the user and everybody in teams they manage; with `in`).
 */
export type RecordRule = Record<string, unknown>;

/** What a grant allows, asked of each record with the grant's rule. */
export type RecordAction = 'read' | 'create' | 'update' | 'delete';
/**
 * What comes along unless the grant is `without` it, asked of the entity as a whole: taking lists out as files and
 * starting flows on a record come with reading, bringing files in comes with creating and changing.
 */
export type EntityAction = 'export' | 'run' | 'import';
export type Action = RecordAction | EntityAction;

export const recordActions: readonly RecordAction[] = ['read', 'create', 'update', 'delete'];
export const entityActions: readonly EntityAction[] = ['export', 'run', 'import'];

export type FieldRestriction = 'hidden' | 'read-only' | 'masked';

export interface EntityGrant {
  /** Entity id, or `*` for every entity. */
  entity: string;
  /** With `*`: entities that this role treats otherwise. */
  except?: readonly string[];
  actions: readonly RecordAction[];
  /** What this grant does not bring along; another grant may. */
  without?: readonly EntityAction[];
  /** Which records; all when absent. Several grants add up (or). */
  where?: RecordRule;
  /** Fields this grant does not show, shows read-only, or shows masked like `138****1234`. */
  fields?: Readonly<Record<string, FieldRestriction>>;
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
