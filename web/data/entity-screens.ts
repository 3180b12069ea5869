import type { Column, ScreenNode } from '../../core/screen/definition.ts';
import { fieldOf, type Meta, type MetaEntity, type MetaField, type MetaScreen } from './meta.ts';
import { screenText } from './screen-text.ts';

const narrow = globalThis.matchMedia?.('(max-width: 720px)');

/** The entity's own screen of a kind, or the one with this id; on a phone as it is there. */
export function screenFor(
  meta: Meta,
  kind: MetaScreen['kind'],
  entity: string,
  id?: string,
): MetaScreen | undefined {
  const found =
    meta.screens.find((screen) => screen.id === id && screen.kind === kind) ??
    meta.screens.find((screen) => screen.kind === kind && screen.entity === entity);
  return found?.phone && narrow?.matches ? { ...found, ...found.phone } : found;
}

/** Columns of a list, as its screen says. */
export const listColumns = (meta: Meta, entity: MetaEntity, id?: string): MetaField[] =>
  columnFields(entity, screenFor(meta, 'list', entity.id, id)?.columns ?? [entity.title]);

export const boardOf = (meta: Meta, entity: MetaEntity, id?: string): MetaScreen | undefined =>
  screenFor(meta, 'board', entity.id, id);

export const defaultSort = (meta: Meta, entity: MetaEntity, id?: string): string[] =>
  screenFor(meta, 'list', entity.id, id)?.sort ?? ['-updatedAt'];

/** Fields with what a screen says of them: another label, a width. */
export const columnFields = (entity: MetaEntity, columns: readonly Column[]): MetaField[] =>
  columns.flatMap((column) => {
    const field = fieldOf(entity, typeof column === 'string' ? column : column.field);
    if (!field) return [];
    if (typeof column === 'string') return [field];
    const label = screenText(column.label);
    return [{ ...field, ...(label && { label }), ...(column.width && { width: column.width }) }];
  });

/** The fields of a node whose rules are decided, in order. */
export function fieldsIn(node: ScreenNode, entity: MetaEntity): MetaField[] {
  if (node.node === 'section') {
    const section = screenText(node.title);
    return node.children.flatMap((each) => fieldsIn(each, entity)).map((field) => ({ ...field, section }));
  }
  if (node.node !== 'field')
    return 'children' in node ? node.children.flatMap((each) => fieldsIn(each, entity)) : [];
  const field = fieldOf(entity, node.field);
  if (!field) return [];
  const label = screenText(node.label);
  const help = screenText(node.help);
  return [
    {
      ...field,
      node: node.id,
      ...(label && { label }),
      ...(help && { help, isExplained: true }),
      ...(node.required === 'true' && { required: true }),
      ...(node.readOnly && field.access === 'write' && { access: 'read' as const }),
    },
  ];
}

export const fieldsOf = (entity: MetaEntity, ids: readonly string[]): MetaField[] =>
  ids.map((id) => fieldOf(entity, id)).filter((field) => field !== undefined);

/** Fields a person fills in on a new record, required ones first. */
export function formFields(entity: MetaEntity): MetaField[] {
  const editable = entity.fields.filter(
    (field) =>
      field.access === 'write' &&
      !['formula', 'rollup', 'memberCount', 'autoNumber'].includes(field.type) &&
      // Large ones are asked for only where nothing goes without.
      (field.required || !['geoPoint', 'address'].includes(field.type)) &&
      (!field.isSystem || (field.id === 'owner' && entity.owner)),
  );
  const rank = (field: MetaField): number => (field.id === entity.title ? 0 : field.required ? 1 : 2);
  return editable.toSorted((one, other) => rank(one) - rank(other));
}
