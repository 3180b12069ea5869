/** Who acts, with what they may do already resolved. Built by `identity`, cached, and passed down every call. */
export interface Actor {
  kind: 'user' | 'key' | 'embed' | 'flow' | 'system';
  /** Stable id of the actor: user id, key id, or `flow:<key>`. */
  id: string;
  /** The user behind it, where there is one; owns what the actor creates. */
  userId: string | null;
  name: string;
  locale: 'en' | 'zh-CN';
  timeZone: string;
  /** Role ids, such as `sales.seller` or `administrator`. */
  roles: readonly string[];
  /** Named permissions that are not about records: `flows.deploy`, `users.manage`, `*` for all. */
  permissions: ReadonlySet<string>;
  /** User ids of everybody in the teams this actor manages, the whole subtree, and the actor's own id. */
  teamUserIds: readonly string[];
  /** As whom records may be shared with this actor: `user:<id>`, `team:<id>` up the tree, `role:<id>`. */
  holders: readonly string[];
  /** Entities of which some records are shared with this actor: the others are spared the question. */
  sharedEntities: ReadonlySet<string>;
  /**
   * A role through whose eyes this actor looks: of their own records, only the kinds and fields that the role shows, and
   * as it shows them. It never adds anything.
   */
  lens?: string;
}

export const may = (actor: Actor, permission: string): boolean =>
  actor.permissions.has('*') || actor.permissions.has(permission);

/** The server itself: migrations, demo data, sealed maintenance. Never built from a request. */
export const systemActor: Actor = {
  kind: 'system',
  id: 'system',
  userId: null,
  name: 'Relata',
  locale: 'en',
  timeZone: 'UTC',
  roles: ['administrator'],
  permissions: new Set(['*']),
  teamUserIds: [],
  holders: [],
  sharedEntities: new Set(),
};
