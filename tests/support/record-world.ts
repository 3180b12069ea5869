/** A database with some entities in it, and the parts that read and write their records, as boot composes them. */
import { createAccess, systemActor, type Access, type Actor, type Role } from '../../core/access/index.ts';
import type { Sql } from '../../core/db/connect.ts';
import {
  bringUp,
  createModels,
  createRecords,
  type EntityDefinition,
  type Models,
  type RecordStore,
} from '../../core/entity/index.ts';
import { Problem } from '../../core/errors.ts';
import { createEvents, type Events } from '../../core/event/index.ts';
import { testDatabase } from './database.ts';

export interface RecordWorld {
  sql: Sql;
  url: string;
  access: Access;
  models: Models;
  events: Events;
  records: RecordStore;
  /** Changes what is declared; call `bringUp` to bring the tables along. */
  catalogue: {
    version: number;
    replace(definitions: readonly EntityDefinition[]): void;
    entities(): EntityDefinition[];
    hasEntity(id: string): boolean;
  };
  /** A person with roles, and the actor they are. */
  person(name: string, roles: readonly string[], team?: readonly string[]): Promise<Actor>;
  /** Creates as the system and answers the ids; throws on the first refusal. */
  create(entity: string, values: readonly Record<string, unknown>[]): Promise<string[]>;
  close(): Promise<void>;
}

export async function recordWorld(
  definitions: readonly EntityDefinition[],
  roles: readonly Role[] = [],
): Promise<RecordWorld> {
  const database = await testDatabase();
  const { sql } = database;
  let all = new Map(definitions.map((definition) => [definition.id, definition]));
  const registry = {
    version: 1,
    roles,
    entities: () => [...all.values()],
    hasEntity: (id: string) => all.has(id),
    entity: (id: string) => {
      const found = all.get(id);
      if (!found) throw new Problem({ status: 404, code: 'entity-unknown', params: { entity: id } });
      return found;
    },
    replace: (next: readonly EntityDefinition[]) => {
      all = new Map(next.map((definition) => [definition.id, definition]));
      registry.version++;
    },
  };
  await bringUp(sql, definitions);
  const models = createModels(registry);
  const access = createAccess({ registry, shapes: models.shapes });
  const events = createEvents({ sql });
  await events.prepare(Date.now());
  const records = createRecords({ sql, models, access, events });
  return {
    sql,
    url: database.url,
    access,
    models,
    events,
    records,
    catalogue: registry,
    person: (name, own, team = []) => createPerson(sql, { name, roles: own, team }),
    create: async (entity, values) => {
      const results = await records.write({
        actor: systemActor,
        changes: values.map((one) => ({ op: 'create', entity, values: one })),
      });
      return results.map((result) => {
        if (!result.ok) throw result.problem;
        return result.id;
      });
    },
    close: async () => {
      await events.close();
      await database.close();
    },
  };
}

interface PersonInput {
  name: string;
  roles: readonly string[];
  team: readonly string[];
}

async function createPerson(sql: Sql, { name, roles, team }: PersonInput): Promise<Actor> {
  const [row] = await sql<{ id: string }[]>`insert into core."user" (name) values (${name}) returning id`;
  return {
    kind: 'user',
    id: row!.id,
    userId: row!.id,
    name,
    locale: 'en',
    timeZone: 'UTC',
    roles,
    permissions: new Set(),
    teamUserIds: [row!.id, ...team],
    holders: [`user:${row!.id}`, ...roles.map((role) => `role:${role}`)],
    sharedEntities: new Set(),
  };
}
