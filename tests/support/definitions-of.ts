/** Definitions over a record world, in whose catalogue admins' definitions stand in for what is declared. */
import { Problem } from '../../core/errors.ts';
import {
  createDefinitions,
  createUses,
  type Definitions,
  type EntityCatalogue,
  type EntityDefinition,
} from '../../core/entity/index.ts';
import { entityUses } from '../../core/entity/uses/index.ts';
import type { RecordWorld } from './record-world.ts';

export function catalogueOf(
  { catalogue }: Pick<RecordWorld, 'catalogue'>,
  declared: readonly EntityDefinition[],
): EntityCatalogue & { replaceAdminEntities(made: readonly EntityDefinition[]): void } {
  const find = (id: string): EntityDefinition | undefined =>
    catalogue.entities().find((definition) => definition.id === id);
  return {
    get version() {
      return catalogue.version;
    },
    entities: () => catalogue.entities(),
    hasEntity: (id) => find(id) !== undefined,
    entity: (id) => {
      const found = find(id);
      if (!found) throw new Problem({ status: 404, code: 'entity-unknown', params: { entity: id } });
      return found;
    },
    replaceAdminEntities: (made) =>
      catalogue.replace([...new Map([...declared, ...made].map((one) => [one.id, one])).values()]),
  };
}

export function definitionsOf(world: RecordWorld, declared: readonly EntityDefinition[]): Definitions {
  const registry = catalogueOf(world, declared);
  const uses = createUses();
  uses.register(entityUses(registry));
  return createDefinitions({ sql: world.sql, registry, records: world.records, uses });
}
