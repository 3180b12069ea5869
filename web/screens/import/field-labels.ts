import { t } from '../../data/i18n.ts';
import type { ImportField, ImportItem } from '../../data/imports.ts';
import { entityOf, fieldOf, type Meta } from '../../data/meta.ts';

/** What the target of an import is called. */
export const targetLabel = (meta: Meta, target: string): string =>
  target === 'user' ? t('import.people') : (entityOf(meta, target)?.label.many ?? target);

export function fieldLabel(meta: Meta, target: string, field: string): string {
  if (target === 'user') return t(`import.person.${field}`);
  const entity = entityOf(meta, target);
  return (entity && fieldOf(entity, field)?.label) ?? field;
}

export const columnName = (item: ImportItem, column: number): string =>
  item.source.columns[column]?.name ?? String(column + 1);

/** Fields by which records are told apart: short texts and what is unique. */
export const keyFields = (item: ImportItem): ImportField[] =>
  item.fields.filter(
    (field) =>
      ['text', 'email', 'phone', 'integer', 'url', 'relation', 'date'].includes(field.type) &&
      item.mapping.some((each) => each.field === field.id),
  );

/** The fields of another entity that a text can be compared with. */
export const matchFields = (meta: Meta, field: ImportField): { value: string; label: string }[] => {
  if (field.type === 'user')
    return ['name', 'email'].map((value) => ({ value, label: t(`import.person.${value}`) }));
  const entity = field.entity ? entityOf(meta, field.entity) : undefined;
  return (entity?.fields ?? [])
    .filter((each) => ['text', 'email', 'phone', 'integer', 'url'].includes(each.type))
    .map((each) => ({ value: each.id, label: each.label }));
};
