/** The definitions that run: what plugins declare and what admins made, the same in every process. */
import type { Sql } from '../../db/connect.ts';
import { invalid, Problem } from '../../errors.ts';
import type { EntityDefinition, FieldDefinition } from '../definition.ts';
import type { EntityCatalogue } from '../models.ts';
import { readAdminDefinitions, storeEntity, storeFields } from './admin-definitions.ts';
import { planSchema } from './apply.ts';
import { bringUp, checkDefinitions } from './bring-up.ts';
import type { EntityPlan } from './plan.ts';

export interface Definitions {
  /** At boot: reads what admins made and brings every table up. */
  start(): Promise<EntityPlan[]>;
  /** Reads again when another process or thread changed something; cheap when nobody did. */
  refresh(): Promise<void>;
  plan(change: DefinitionChange): Promise<EntityPlan[]>;
  apply(change: DefinitionChange, actor: string): Promise<EntityPlan[]>;
}

export type DefinitionChange =
  | { kind: 'entity'; definition: EntityDefinition }
  | { kind: 'fields'; entity: string; fields: Record<string, FieldDefinition> };

export interface DefinitionsInput {
  sql: Sql;
  registry: EntityCatalogue & { replaceAdminEntities(definitions: readonly EntityDefinition[]): void };
}

export function createDefinitions({ sql, registry }: DefinitionsInput): Definitions {
  const declared = registry.entities().filter(({ plugin }) => plugin !== 'admin');
  let version = 0;
  const load = async (): Promise<void> => {
    version = await schemaVersion(sql);
    registry.replaceAdminEntities(await readAdminDefinitions(sql, declared));
  };
  const refresh = async (): Promise<void> => {
    if ((await schemaVersion(sql)) !== version) await load();
  };
  return {
    start: async () => {
      await load();
      const plans = await bringUp(sql, registry.entities());
      version = await schemaVersion(sql);
      return plans;
    },
    refresh,
    plan: async (change) => {
      const next = changed(registry, change);
      checkDefinitions(all(registry, next));
      return planSchema(sql, [next]);
    },
    apply: async (change, actor) => {
      const next = changed(registry, change);
      const everything = all(registry, next);
      checkDefinitions(everything);
      // Tables first: a definition that is stored must be usable at once, everywhere.
      const plans = await bringUp(sql, everything, actor);
      if (change.kind === 'entity') await storeEntity(sql, next, actor);
      else await storeFields(sql, { entity: registry.entity(change.entity), fields: change.fields, actor });
      await sql`update core.schema_version set version = version + 1`;
      await load();
      return plans;
    },
  };
}

async function schemaVersion(sql: Sql): Promise<number> {
  const [row] = await sql<{ version: number }[]>`select version from core.schema_version`;
  return row?.version ?? 0;
}

/** Throws where an admin would take a name that is not theirs. */
function changed(registry: EntityCatalogue, change: DefinitionChange): EntityDefinition {
  if (change.kind === 'entity') {
    const { id } = change.definition;
    if (registry.hasEntity(id))
      throw new Problem({ status: 409, code: 'entity-exists', params: { entity: id } });
    return change.definition;
  }
  const base = registry.entity(change.entity);
  const wrong = Object.keys(change.fields).filter((id) => base.plugin !== 'admin' && !id.startsWith('x_'));
  if (wrong.length > 0)
    throw invalid(
      wrong.map((field) => ({
        pointer: `/fields/${field.slice(0, 80)}`,
        code: 'field-id-admin',
        params: { field: field.slice(0, 80) },
      })),
    );
  const taken = Object.keys(change.fields).find((id) => id in base.fields);
  if (taken !== undefined)
    throw new Problem({ status: 409, code: 'field-exists', params: { field: taken, entity: base.id } });
  return { ...base, fields: { ...base.fields, ...change.fields } };
}

const all = (registry: EntityCatalogue, next: EntityDefinition): EntityDefinition[] => [
  ...registry.entities().filter(({ id }) => id !== next.id),
  next,
];
