import { fieldOf, shownType, type Meta, type MetaEntity, type MetaField, type MetaScreen } from './meta.ts';

const maxColumns = 7;
const notInLists = ['longText', 'richText', 'json', 'secret', 'file', 'geoPoint', 'address'];

export const screenFor = (meta: Meta, kind: MetaScreen['kind'], entity: string): MetaScreen | undefined =>
  meta.screens.find((screen) => screen.kind === kind && screen.entity === entity);

/** Columns of a list: what a screen says, else the title and the first fields that fit a column. */
export function listColumns(meta: Meta, entity: MetaEntity): MetaField[] {
  const declared = screenFor(meta, 'list', entity.id)?.columns;
  if (declared) return fieldsOf(entity, declared);
  const own = entity.fields.filter(
    (field) => !field.isSystem && field.id !== entity.title && !notInLists.includes(shownType(field)),
  );
  const ends = entity.owner ? ['owner', 'updatedAt'] : ['updatedAt'];
  return [
    ...fieldsOf(entity, [entity.title]),
    ...own.slice(0, maxColumns - ends.length - 1),
    ...fieldsOf(entity, ends),
  ];
}

/** More lanes than this are no stages that a record goes through. */
const mostLanes = 8;
const stageNames = new Set(['stage', 'status']);

/** The board that a plugin declares, or one by the field that says how far a record is. */
export function boardOf(meta: Meta, entity: MetaEntity): MetaScreen | undefined {
  const declared = screenFor(meta, 'board', entity.id);
  if (declared) return declared;
  const choices = entity.fields.filter(
    (field) => field.type === 'select' && (field.options?.length ?? 0) > 1,
  );
  const lanes =
    choices.find(({ id }) => stageNames.has(id)) ??
    choices.find(({ options }) => (options?.length ?? 0) <= mostLanes);
  if (!lanes) return undefined;
  const money = entity.fields.find((field) => shownType(field) === 'money');
  const relation = entity.fields.find((field) => field.type === 'relation');
  const card = [entity.title, relation?.id, money?.id, entity.owner ? 'owner' : undefined];
  return {
    id: `default.${entity.id}.board`,
    kind: 'board',
    entity: entity.id,
    lanes: { field: lanes.id },
    card: card.filter((id) => id !== undefined),
    totals: money ? [money.id] : [],
  };
}

export const defaultSort = (meta: Meta, entity: MetaEntity): string[] =>
  screenFor(meta, 'list', entity.id)?.sort ?? ['-updatedAt'];

export const fieldsOf = (entity: MetaEntity, ids: readonly string[]): MetaField[] =>
  ids.map((id) => fieldOf(entity, id)).filter((field) => field !== undefined);

/** Fields a person fills in on a new record, required ones first. */
export function formFields(entity: MetaEntity): MetaField[] {
  const editable = entity.fields.filter(
    (field) =>
      field.access === 'write' &&
      !['formula', 'rollup', 'autoNumber', 'file', 'geoPoint', 'address'].includes(field.type) &&
      (!field.isSystem || (field.id === 'owner' && entity.owner)),
  );
  const rank = (field: MetaField): number => (field.id === entity.title ? 0 : field.required ? 1 : 2);
  return editable.toSorted((one, other) => rank(one) - rank(other));
}

/** Fields of other entities that lead to this one: its related lists, where no screen says otherwise. */
export function reverseRelations(meta: Meta, entity: string): { entity: MetaEntity; by: MetaField }[] {
  return meta.entities.flatMap((other) =>
    other.fields
      .filter((field) => field.type === 'relation' && field.entity === entity)
      .map((by) => ({ entity: other, by })),
  );
}
