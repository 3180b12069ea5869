import type { Shapes } from '../access/shape.ts';
import type { EntityDefinition } from './definition.ts';
import { isRelation } from './field-types/is-relation.ts';
import { modelOf, type EntityModel } from './model.ts';
import { userShape } from './system-shapes.ts';

/** What the entity part needs of the registry. */
export interface EntityCatalogue {
  readonly version: number;
  entities(): readonly EntityDefinition[];
  /** Throws problem `entity-unknown` (404). */
  entity(id: string): EntityDefinition;
  hasEntity(id: string): boolean;
}

/** A relation that points here. */
export interface Incoming {
  model: EntityModel;
  field: string;
  onDelete: 'restrict' | 'clear';
  /** Quoted column; of a list, `isMany`. */
  column: string;
  isMany: boolean;
}

export interface Models {
  readonly version: number;
  get(entity: string): EntityModel;
  all(): EntityModel[];
  incoming(entity: string): readonly Incoming[];
  /** Entities whose search text has this one's fields in it: relation field, then fields here. */
  searchedFrom(entity: string): readonly { model: EntityModel; relation: string; field: string }[];
  shapes: Shapes;
}

/** Models of all entities, made when first asked for and again when definitions changed. */
export function createModels(registry: EntityCatalogue): Models {
  let version = -1;
  const cache = new Map<string, EntityModel>();
  const incoming = new Map<string, Incoming[]>();
  const fresh = (): void => {
    if (version === registry.version) return;
    version = registry.version;
    cache.clear();
    incoming.clear();
  };
  const get = (entity: string): EntityModel => {
    fresh();
    const found = cache.get(entity) ?? modelOf(registry.entity(entity));
    cache.set(entity, found);
    return found;
  };
  const allModels = (): EntityModel[] => registry.entities().map(({ id }) => get(id));
  return {
    get version() {
      return registry.version;
    },
    get,
    all: allModels,
    incoming: (entity) => {
      fresh();
      const found = incoming.get(entity) ?? incomingOf(allModels(), entity);
      incoming.set(entity, found);
      return found;
    },
    searchedFrom: (entity) => allModels().flatMap((model) => searchPaths(model, entity)),
    shapes: (entity) => (entity === 'user' ? userShape : get(entity).shape),
  };
}

const incomingOf = (models: readonly EntityModel[], entity: string): Incoming[] =>
  models.flatMap((model) =>
    model.stored
      .filter(({ definition }) => isRelation(definition) && definition.entity === entity)
      .map(({ id, definition, columns }) => ({
        model,
        field: id,
        onDelete: definition.onDelete ?? 'clear',
        column: columns[0]!.name,
        isMany: definition.type === 'relationMany',
      })),
  );

function searchPaths(
  model: EntityModel,
  entity: string,
): { model: EntityModel; relation: string; field: string }[] {
  return model.definition.search
    .map((path) => path.split('.'))
    .filter(
      ([relation, field]) => field !== undefined && model.definition.fields[relation!]?.entity === entity,
    )
    .map(([relation, field]) => ({ model, relation: relation!, field: field! }));
}
