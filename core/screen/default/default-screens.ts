/** Screens of an entity that nobody declared: a fresh entity has a list, a page, a form, and what its fields allow. */
import type { EntityDefinition, FieldDefinition, FieldType } from '../../entity/definition.ts';
import type { Screen, ScreenKind } from '../definition.ts';

const mostColumns = 7;
/** More lanes than this are no stages that a record goes through. */
const mostLanes = 8;
const stageNames = new Set(['stage', 'status']);
const notInLists = new Set<FieldType>([
  'longText',
  'richText',
  'json',
  'secret',
  'file',
  'geoPoint',
  'address',
]);
const computed = new Set<FieldType>(['formula', 'rollup', 'memberCount', 'autoNumber']);
/** Asked for in a form only where nothing goes without. */
const large = new Set<FieldType>(['geoPoint', 'address']);
const toFilter = new Set<FieldType>([
  'select',
  'relation',
  'relationMany',
  'user',
  'date',
  'dateTime',
  'boolean',
]);

export const defaultKinds: readonly ScreenKind[] = ['list', 'record', 'form', 'board', 'calendar'];
export const defaultId = (entity: string, kind: ScreenKind): string => `default.${entity}.${kind}`;

/** Undefined where the entity has no field that such a screen needs. */
export function defaultScreen(entity: EntityDefinition, kind: ScreenKind): Screen | undefined {
  const screen = { id: defaultId(entity.id, kind), kind, entity: entity.id };
  const fields = Object.entries(entity.fields);
  const filters = [
    ...fields.filter(([, field]) => toFilter.has(shown(field))).map(([id]) => id),
    ...(entity.owner ? ['owner'] : []),
  ].slice(0, 6);
  if (kind === 'list') return { ...screen, columns: columnsOf(entity), sort: ['-updatedAt'], filters };
  if (kind === 'record') return { ...screen, header: headerOf(entity), ...textsOf(entity) };
  if (kind === 'form') return { ...screen, body: formOf(entity) };
  if (kind === 'board') {
    const lanes = lanesOf(entity);
    const money = fields.find(([, field]) => shown(field) === 'money')?.[0];
    return lanes === undefined
      ? undefined
      : { ...screen, lanes: { field: lanes }, card: cardOf(entity), totals: money ? [money] : [], filters };
  }
  const date = fields.find(([, { type }]) => type === 'date' || type === 'dateTime')?.[0];
  if (date === undefined) return undefined;
  const color = fields.find(([, { type }]) => type === 'select')?.[0];
  return { ...screen, date: { field: date }, ...(color && { color }), card: cardOf(entity), filters };
}

const shown = (field: FieldDefinition): FieldType => field.result?.type ?? field.type;

function columnsOf(entity: EntityDefinition): string[] {
  const own = Object.entries(entity.fields)
    .filter(([id, field]) => id !== entity.title && !notInLists.has(shown(field)))
    .map(([id]) => id);
  const ends = entity.owner ? ['owner', 'updatedAt'] : ['updatedAt'];
  return [entity.title, ...own.slice(0, mostColumns - ends.length - 1), ...ends];
}

function headerOf(entity: EntityDefinition): string[] {
  const choice = Object.entries(entity.fields).find(([, { type }]) => type === 'select')?.[0];
  return [...(choice ? [choice] : []), ...(entity.owner ? ['owner'] : [])];
}

/** What is to be read has the width of the page; beside it, where all other facts stand, a text is a column of few words. */
function textsOf(entity: EntityDefinition): Pick<Screen, 'body'> {
  const texts = Object.entries(entity.fields).filter(
    ([, field]) => (field.type === 'longText' || field.type === 'richText') && !field.isHidden,
  );
  if (texts.length === 0) return {};
  const children = texts.map(([field]) => ({ id: `more.${field}`, node: 'field' as const, field }));
  const section = { id: 'texts', node: 'section' as const, title: 'screen.part.texts', children };
  return { body: [section, { id: 'timeline', node: 'timeline' }] };
}

/** What names a record first, then what must be filled in. */
function formOf(entity: EntityDefinition): Screen['body'] {
  const rank = ([id, field]: [string, FieldDefinition]): number =>
    id === entity.title ? 0 : field.required ? 1 : 2;
  const ids = Object.entries(entity.fields)
    .filter(([, { type, required }]) => !computed.has(type) && (required || !large.has(type)))
    .toSorted((one, other) => rank(one) - rank(other))
    .map(([id]) => id);
  return [...ids, ...(entity.owner ? ['owner'] : [])].map((field) => ({ id: field, node: 'field', field }));
}

function lanesOf(entity: EntityDefinition): string | undefined {
  const choices = Object.entries(entity.fields).filter(
    ([, field]) => field.type === 'select' && (field.options?.length ?? 0) > 1,
  );
  const found =
    choices.find(([id]) => stageNames.has(id)) ??
    choices.find(([, { options }]) => (options?.length ?? 0) <= mostLanes);
  return found?.[0];
}

function cardOf(entity: EntityDefinition): string[] {
  const fields = Object.entries(entity.fields);
  const money = fields.find(([, field]) => shown(field) === 'money')?.[0];
  const relation = fields.find(([, { type }]) => type === 'relation')?.[0];
  return [entity.title, relation, money, entity.owner ? 'owner' : undefined].filter((id) => id !== undefined);
}
