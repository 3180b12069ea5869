import { t } from './i18n.ts';
import { entityOf, type Meta, type MetaEntity } from './meta.ts';

type Count = 'one' | 'many';

/** Entities to choose from, each by a name that no other has: those an admin made come first, then by name. */
export function entityChoices(
  meta: Meta,
  count: Count = 'one',
  entities: readonly MetaEntity[] = meta.entities,
): { value: string; label: string }[] {
  const names = entityNames(meta, count);
  const isBrought = ({ plugin }: MetaEntity): number => Number(plugin !== 'admin');
  return entities
    .map((entity) => ({ entity, label: names.get(entity.id) ?? entity.id }))
    .toSorted(
      (one, other) => isBrought(one.entity) - isBrought(other.entity) || one.label.localeCompare(other.label),
    )
    .map(({ entity, label }) => ({ value: entity.id, label }));
}

/** What entities are called, by id: where names repeat, with what each is a part of, where it stands, or its key. */
export function entityNames(meta: Meta, count: Count = 'one'): ReadonlyMap<string, string> {
  const byName = Map.groupBy(meta.entities, ({ label }) => label[count]);
  return new Map(
    [...byName].flatMap(([name, entities]) => {
      const told = entities.length > 1 ? difference(meta, entities) : undefined;
      return entities.map(({ id }): [string, string] => [
        id,
        told ? t('entity.told', { name, by: told.get(id) }) : name,
      ]);
    }),
  );
}

/** The first way to tell them apart that does. */
function difference(meta: Meta, entities: readonly MetaEntity[]): Map<string, string> {
  for (const tell of [wholeOf, groupOf]) {
    const told = new Map(entities.map((entity) => [entity.id, tell(meta, entity)]));
    if (new Set(told.values()).size === entities.length && [...told.values()].every(Boolean)) return told;
  }
  return new Map(entities.map(({ id }) => [id, id]));
}

const wholeOf = (meta: Meta, { fields }: MetaEntity): string =>
  entityOf(meta, fields.find(({ isPart }) => isPart)?.entity ?? '')?.label.one ?? '';

/** What an admin made is own; the rest goes by the group of the navigation that its plugin stands in. */
function groupOf(meta: Meta, { plugin }: MetaEntity): string {
  if (plugin === 'admin') return t('entity.own');
  const isOfPlugin = ({ entity }: { entity: string }): boolean => entityOf(meta, entity)?.plugin === plugin;
  return meta.navigation.find(({ items }) => items.some(isOfPlugin))?.label ?? plugin;
}
