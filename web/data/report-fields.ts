import { entityOf, fieldOf, shownType, type Meta, type MetaEntity, type MetaField } from './meta.ts';
import { isFilterable } from './filter.ts';
import { isRelation } from './is-relation.ts';
import type { ReportDefinition, ReportMeasure } from './reports.ts';

const unfit = ['json', 'secret', 'file', 'geoPoint', 'address', 'richText', 'longText'];
/** Of which a record may have several. */
const lists = ['relationMany', 'multiSelect', 'tags'];

/** The entity with the fields of what its relations lead to beside its own: `account.industry`, "Account · Industry". */
export function reportEntity(
  meta: Meta,
  entity: MetaEntity,
  beside: ReportDefinition['beside'] = [],
): MetaEntity {
  const related = entity.fields.flatMap((relation): MetaField[] => {
    const target = isRelation(relation) && relation.entity ? entityOf(meta, relation.entity) : undefined;
    return (target?.fields ?? [])
      .filter((field) => isOwnColumn(field) && field.id !== 'id' && !field.isSystem)
      .map((field) => ({
        ...field,
        id: `${relation.id}.${field.id}`,
        label: `${relation.label} · ${field.label}`,
      }));
  });
  const others = beside.flatMap((part): MetaField[] => {
    const other = entityOf(meta, part.entity);
    return (other?.fields ?? []).map((field) => ({
      ...field,
      id: besideId(part.entity, field.id),
      label: `${other!.label.one} · ${field.label}`,
    }));
  });
  return { ...entity, fields: [...entity.fields, ...related, ...others], removed: removedOf(meta, entity) };
}

/** What removed fields were called, those behind relations too. */
const removedOf = (meta: Meta, entity: MetaEntity): Record<string, string> => ({
  ...entity.removed,
  ...Object.fromEntries(
    entity.fields.flatMap((relation) =>
      Object.entries((relation.entity && entityOf(meta, relation.entity)?.removed) || {}).map(
        ([id, label]) => [`${relation.id}.${id}`, `${relation.label} · ${label}`],
      ),
    ),
  ),
});

const besideId = (entity: string, field: string): string => `${entity}:${field}`;

/** What a measure is of, among the fields of `reportEntity`. */
export function measuredField(measure: ReportMeasure, entity: MetaEntity): MetaField | undefined {
  if (!('function' in measure) || !measure.field) return undefined;
  const { of, field } = measure;
  return fieldOf(entity, of && of !== entity.id ? besideId(of, field) : field);
}

/** Fields of another entity that mean what a group means: the same kind, of the same records. */
export const fieldsLike = (field: MetaField | undefined, other: MetaEntity): MetaField[] =>
  groupFields(other).filter(
    (one) =>
      field !== undefined &&
      (isTime(field) ? isTime(one) : shownType(one) === shownType(field) && one.entity === field.entity),
  );

/** Some computed fields have nothing that could be grouped by. */
const isOwnColumn = (field: MetaField): boolean =>
  !field.id.includes(':') &&
  field.access !== 'masked' &&
  field.isAskable !== false &&
  !unfit.includes(shownType(field));

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
    if (!isOwnColumn(field) || lists.includes(shownType(field)) || field.id.includes('.')) return false;
    if (name === 'count' || name === 'distinct') return true;
    return numbers.includes(shownType(field)) || isTime(field);
  });

/** What the days to a time are counted from: the other times of the record. */
export const sinceFields = (entity: MetaEntity, field: string): MetaField[] =>
  entity.fields.filter((other) => isTime(other) && !other.id.includes('.') && other.id !== field);

/** A time has no sum and no mean; the days since another have. */
export const needsSince = (name: string, field: MetaField | undefined): boolean =>
  isTime(field) && ['sum', 'average', 'median'].includes(name);
