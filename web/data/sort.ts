import { entityOf, fieldOf, type Meta, type MetaEntity, type MetaField } from './meta.ts';

const unsortable = new Set<string>([
  'json',
  'multiSelect',
  'tags',
  'relationMany',
  'file',
  'secret',
  'geoPoint',
  'address',
]);

/** Who wrote a record may be a flow, which has no place in an order of people. */
const isWriter = (field: MetaField): boolean =>
  Boolean(field.isSystem) && field.type === 'user' && field.id !== 'owner';

export const isSortable = (field: MetaField): boolean =>
  field.access !== 'masked' && field.isAskable !== false && !unsortable.has(field.type) && !isWriter(field);

/** A sort as the API takes it: references by what they are called; without what is gone or not to be seen. */
export function sortPaths(meta: Meta, entity: MetaEntity, sort: readonly string[]): string[] {
  return sort.flatMap((each) => {
    const isDown = each.startsWith('-');
    const id = isDown ? each.slice(1) : each;
    const field = fieldOf(entity, id);
    if (!field && !fieldOf(entity, id.split('.')[0]!)) return [];
    return [(isDown ? '-' : '') + (field ? pathOf(meta, field) : id)];
  });
}

function pathOf(meta: Meta, field: MetaField): string {
  if (field.type === 'user') return `${field.id}.name`;
  const target = field.type === 'relation' && field.entity ? entityOf(meta, field.entity) : undefined;
  return target ? `${field.id}.${target.title}` : field.id;
}
