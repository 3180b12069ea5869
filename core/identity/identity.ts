/** Users, teams, roles and settings: who acts, and with what. */
import type { Actor } from '../access/actor.ts';
import type { Role } from '../access/role.ts';
import type { Db, Sql } from '../db/connect.ts';
import { Problem } from '../errors.ts';
import { ownerOfKey } from './keys.ts';
import { loadActor, sharedEntities } from './load-actor.ts';
import { readSettings, type Company } from './settings.ts';

export interface Identity {
  /** The actor of a user, cached for a few seconds. Problem `user-inactive` (403) when deactivated. */
  actorFor(userId: string): Promise<Actor>;
  /** The service actor a flow acts as; its role is `flows` unless an admin set another. */
  flowActor(flowKey: string): Promise<Actor>;
  /** The actor of a personal key: its person, within the key's roles. Null for a key that nobody has. */
  personalKeyActor(key: string): Promise<Actor | null>;
  /** The actor of the administrator's key. */
  keyActor(): Promise<Actor>;
  /** Asked on a connection of the caller's, it goes together with what else that asks. */
  company(db?: Db): Promise<Company>;
  /** Forgets cached actors after users, teams or roles changed. */
  forget(): void;
}

/** Long enough to spare a query per request, short enough that a change by another process shows soon. */
const cacheMilliseconds = 5_000;

export function createIdentity({ sql, roles }: { sql: Sql; roles: () => readonly Role[] }): Identity {
  const cache = new Map<string, { actor: Promise<Actor>; until: number }>();
  const cached = (key: string, load: () => Promise<Actor>): Promise<Actor> => {
    const found = cache.get(key);
    if (found && found.until > Date.now()) return found.actor;
    const actor = load();
    cache.set(key, { actor, until: Date.now() + cacheMilliseconds });
    actor.catch(() => cache.delete(key));
    return actor;
  };
  return {
    actorFor: (userId) => cached(userId, () => loadActor(sql, userId, roles())),
    flowActor: (flowKey) => cached(`flow:${flowKey}`, () => serviceActor(sql, `flow:${flowKey}`, roles())),
    personalKeyActor: async (key) => {
      const owner = await ownerOfKey(sql, key);
      if (!owner) return null;
      const held = roles().filter(({ id }) => owner.roles === null || owner.roles.includes(id));
      const actor = await cached(`key:${owner.id}`, () => loadActor(sql, owner.userId, held));
      return { ...actor, kind: 'key', id: `key:${owner.id}` };
    },
    keyActor: () => cached('key:administrator', () => serviceActor(sql, 'key:administrator', roles())),
    company: (db = sql) => readSettings(db),
    forget: () => cache.clear(),
  };
}

async function serviceActor(sql: Db, id: string, roles: readonly Role[]): Promise<Actor> {
  const isKey = id.startsWith('key:');
  const [row] = await sql<{ value: string }[]>`select value from core.setting where key = ${`role.${id}`}`;
  const roleId = isKey ? 'administrator' : (row?.value ?? 'flows');
  const role = roles.find((candidate) => candidate.id === roleId);
  if (!role) throw new Problem({ status: 500, code: 'role-unknown', params: { role: roleId } });
  const company = await readSettings(sql);
  return {
    kind: isKey ? 'key' : 'flow',
    id,
    userId: null,
    name: isKey ? 'Administrator key' : id.slice('flow:'.length),
    locale: 'en',
    timeZone: company.timeZone,
    roles: [roleId],
    permissions: new Set(role.permissions),
    teamUserIds: [],
    holders: [`role:${roleId}`],
    sharedEntities: await sharedEntities(sql, [`role:${roleId}`]),
  };
}
