import { entityOf, shownType, type Meta, type MetaEntity, type MetaField } from './meta.ts';
import { isFilterable } from './filter.ts';

const unfit = [
  'json',
  'secret',
  'file',
  'geoPoint',
  'address',
  'richText',
  'multiSelect',
  'tags',
  'longText',
];

/** The entity with the fields of what its relations lead to beside its own: `account.industry`, "Account · Industry". */
export function reportEntity(meta: Meta, entity: MetaEntity): MetaEntity {
  const related = entity.fields.flatMap((relation): MetaField[] => {
    const target =
      relation.type === 'relation' && relation.entity ? entityOf(meta, relation.entity) : undefined;
    return (target?.fields ?? [])
      .filter((field) => isOwnColumn(field) && field.id !== 'id' && !field.isSystem)
      .map((field) => ({
        ...field,
        id: `${relation.id}.${field.id}`,
        label: `${relation.label} · ${field.label}`,
      }));
  });
  return { ...entity, fields: [...entity.fields, ...related] };
}

/** Computed fields have no column that could be grouped by. */
const isOwnColumn = (field: MetaField): boolean =>
  field.access !== 'masked' && !['formula', 'rollup'].includes(field.type) && !unfit.includes(field.type);

export const groupFields = (entity: MetaEntity): MetaField[] =>
  entity.fields.filter((field) => isOwnColumn(field) && field.type !== 'money');

export const conditionFields = (entity: MetaEntity): MetaField[] =>
  entity.fields.filter((field) => isOwnColumn(field) && isFilterable(field));

export const isTime = (field: MetaField | undefined): boolean =>
  field !== undefined && ['date', 'dateTime'].includes(shownType(field));

const numbers = ['money', 'integer', 'decimal', 'duration'];

/** Fields of the entity itself that a function makes sense for. */
export const measureFields = (entity: MetaEntity, name: string): MetaField[] =>
  entity.fields.filter((field) => {
    if (!isOwnColumn(field) || field.id.includes('.')) return false;
    if (name === 'count' || name === 'distinct') return true;
    return numbers.includes(shownType(field)) || isTime(field);
  });

/** What the days to a time are counted from: the other times of the record. */
export const sinceFields = (entity: MetaEntity, field: string): MetaField[] =>
  entity.fields.filter((other) => isTime(other) && !other.id.includes('.') && other.id !== field);

/** A time has no sum and no mean; the days since another have. */
export const needsSince = (name: string, field: MetaField | undefined): boolean =>
  isTime(field) && ['sum', 'average', 'median'].includes(name);
