import { isRelation } from '../../data/is-relation.ts';
import { entityOf, shownType, type Meta, type MetaEntity, type MetaField } from '../../data/meta.ts';
import { isFilterable, onlyShown } from '../../data/filter.ts';
import { t } from '../../data/i18n.ts';
import { isAmong, relationKey, type How } from './rows.ts';

export interface PathGroup {
  label: string;
  paths: { path: string; label: string; field: MetaField }[];
  /** Fields that no condition can ask about. */
  onlyShown: MetaField[];
}

/** Fields of the members, then those of the records they lead to. */
export function pathGroups(meta: Meta, entity: MetaEntity): PathGroup[] {
  const own = entity.fields.filter(isAskable);
  const groups: PathGroup[] = [
    {
      label: entity.label.one,
      paths: own.map((field) => ({ path: field.id, label: field.label, field })),
      onlyShown: onlyShown(entity),
    },
  ];
  for (const relation of entity.fields.filter(isRelation)) {
    const target = relation.entity ? entityOf(meta, relation.entity) : undefined;
    if (!target) continue;
    groups.push({
      label: relation.label,
      paths: target.fields
        .filter((field) => isAskable(field) && !field.isSystem)
        .map((field) => ({
          path: `${relation.id}.${field.id}`,
          label: `${relation.label}: ${field.label}`,
          field,
        })),
      onlyShown: onlyShown(target),
    });
  }
  return groups;
}

const isAskable = (field: MetaField): boolean => isFilterable(field) && field.id !== 'version';

/** What leads to the members, or to what they lead to. */
export function relations(meta: Meta, entity: MetaEntity): { value: string; label: string }[] {
  const found: { value: string; label: string }[] = [];
  const shared = entity.fields.filter(({ type }) => type === 'relation');
  for (const other of meta.entities)
    for (const field of other.fields.filter(isRelation)) {
      if (field.entity === entity.id)
        found.push({ value: relationKey(other.id, field.id), label: other.label.many });
      for (const from of shared)
        if (field.entity === from.entity && other.id !== entity.id)
          found.push({
            value: relationKey(other.id, field.id, from.id),
            label: t('segment.relatedOf', { what: other.label.many, of: from.label }),
          });
    }
  return found;
}

export function howsFor(field: MetaField | undefined): How[] {
  switch (field && shownType(field)) {
    case 'integer':
    case 'decimal':
    case 'duration':
    case 'money':
      return ['gte', 'lte', 'gt', 'lt', 'eq', 'isEmpty', 'isFilled'];
    case 'date':
    case 'dateTime':
      return ['lastDays', 'before', 'isEmpty', 'isFilled'];
    case 'boolean':
      return ['isTrue', 'isFalse'];
    case 'select':
      return ['eq', 'ne', 'isEmpty', 'isFilled'];
    case 'relationMany':
      return ['hasAny', 'hasAll', 'hasNone', 'isFilled', 'isEmpty'];
    case 'relation':
    case 'user':
      return ['hasAny', 'hasNone', 'isFilled', 'isEmpty'];
    default:
      return ['contains', 'eq', 'ne', 'startsWith', 'isEmpty', 'isFilled'];
  }
}

/** Of one record it is asked whether it is among some, of many whether some are among them. */
export const howText = (how: How, field: MetaField | undefined): string =>
  t(`segment.how.${how}${isAmong(how) && field && shownType(field) !== 'relationMany' ? '.one' : ''}`);

export const isNumeric = (field: MetaField | undefined): boolean =>
  field !== undefined && ['integer', 'decimal', 'duration', 'money'].includes(shownType(field));
