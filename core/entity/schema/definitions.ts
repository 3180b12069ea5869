/** The definitions that run: what plugins declare and what admins made of it, the same in every process. */
import type { Sql } from '../../db/connect.ts';
import { readChanges, type ChangeRow } from '../change/change-row.ts';
import { createChanges, existingChange, type Begun } from '../change/changes.ts';
import { healed } from '../change/heal.ts';
import type { DataServices } from '../change/data-steps.ts';
import { describeChange, type ChangePlan } from '../change/describe-change.ts';
import { prepareChange, type DefinitionChange, type PreparedChange } from '../change/prepare-change.ts';
import {
  readStored,
  storeTarget,
  type StoredDefinitions,
  type Target,
} from '../change/stored-definitions.ts';
import type { EntityDefinition, FieldDefinition } from '../definition.ts';
import type { EntityCatalogue } from '../models.ts';
import type { Uses } from '../uses/index.ts';
import { bringUp } from './bring-up.ts';
import type { EntityPlan } from './plan.ts';

export interface Definitions {
  /** At boot: reads what admins made and brings every table up. */
  start(): Promise<EntityPlan[]>;
  /** Reads again when another process or thread changed something; cheap when nobody did. */
  refresh(): Promise<void>;
  /** What a change would do, without doing it. */
  plan(change: DefinitionChange): Promise<ChangePlan>;
  /** Does it, to the end; throws where it cannot be. */
  apply(change: DefinitionChange, actor: string): Promise<ChangeRow>;
  /** Begins it and answers at once what is under way; `done` never throws: the row says how it ended. */
  begin(change: DefinitionChange, actor: string): Promise<{ row: ChangeRow; done: Promise<void> }>;
  /** Many definitions at once, which may refer to each other; all or none. */
  replace(targets: readonly Target[], by: { actor: string; requestId: string }): Promise<void>;
  changes(entity: string): Promise<ChangeRow[]>;
  change(id: string): Promise<ChangeRow>;
  /** What the plugin declares, and the fields that can come back. */
  origin(entity: string): {
    base: EntityDefinition | undefined;
    removed: Readonly<Record<string, FieldDefinition>>;
  };
}

export interface DefinitionsInput {
  sql: Sql;
  registry: EntityCatalogue & {
    replaceAdminEntities(
      definitions: readonly EntityDefinition[],
      removed: StoredDefinitions['removedFields'],
    ): void;
  };
  /** For what a change does to records. */
  records?: DataServices;
  uses?: Uses;
}

export function createDefinitions({ sql, registry, records, uses }: DefinitionsInput): Definitions {
  const declared = new Map(
    registry
      .entities()
      .filter(({ plugin }) => plugin !== 'admin')
      .map((definition) => [definition.id, definition]),
  );
  let version = 0;
  let stored: StoredDefinitions = {
    definitions: [],
    removedEntities: new Map(),
    removedFields: new Map(),
  };
  const load = async (): Promise<void> => {
    version = (await schemaState(sql)).version;
    stored = await readStored(sql, declared);
    const all = new Map([...declared, ...stored.definitions.map((one) => [one.id, one] as const)]);
    registry.replaceAdminEntities(healed(stored.definitions, all), stored.removedFields);
  };
  const prepare = (change: DefinitionChange): PreparedChange =>
    prepareChange({ declared, entities: registry.entities(), stored }, change);
  const changes = createChanges({ sql, records, registry, declared, reload: load });
  const begin = async (change: DefinitionChange, actor: string): Promise<Begun> => {
    await load();
    return changes.begin(prepare(change), actor);
  };
  return {
    start: async () => {
      await load();
      const plans = await bringUp(sql, registry.entities());
      await changes.resume();
      await load();
      return plans;
    },
    refresh: async () => {
      const state = await schemaState(sql);
      if (state.hasRunning) await changes.resume();
      if (state.version !== version) await load();
    },
    plan: async (change) => describeChange({ sql, uses }, prepare(change)),
    begin: async (change, actor) => {
      const { row, done } = await begin(change, actor);
      return { row, done: done.catch(() => {}) };
    },
    apply: async (change, actor) => {
      const { row, done } = await begin(change, actor);
      await done;
      return existingChange(sql, row.id);
    },
    replace: async (targets, { actor, requestId }) => {
      await load();
      const next = new Map(registry.entities().map((definition) => [definition.id, definition]));
      for (const { entity, definition } of targets)
        if (definition) next.set(entity, definition);
        else next.delete(entity);
      await bringUp(sql, [...next.values()], {
        actor,
        finish: async (tx) => {
          for (const target of targets)
            await storeTarget(tx, { base: declared.get(target.entity), target, actor, requestId });
        },
      });
      await load();
    },
    changes: (entity) => readChanges(sql, entity),
    change: (id) => existingChange(sql, id),
    origin: (entity) => ({ base: declared.get(entity), removed: stored.removedFields.get(entity) ?? {} }),
  };
}

async function schemaState(sql: Sql): Promise<{ version: number; hasRunning: boolean }> {
  const [row] = await sql<{ version: number; hasRunning: boolean }[]>`
    select version, exists (select from core.entity_change where state = 'running') as "hasRunning"
    from core.schema_version`;
  return row ?? { version: 0, hasRunning: false };
}
