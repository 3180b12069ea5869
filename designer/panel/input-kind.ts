import { fieldOf, entityOf, shownType, type Meta, type MetaField } from '../../web/data/meta.ts';
import { readTextLiteral } from '../../web/condition/literal.ts';
import { readList, readObject } from '../expression/object-source.ts';
import type { Pair } from '../moddle/pairs.ts';
import { plainField, type SchemaField } from '../moddle/schema-fields.ts';

/** The control that suits an input where its value stands in the diagram. */
export type InputKind =
  | 'choice'
  | 'boolean'
  | 'number'
  | 'date'
  | 'dateTime'
  /** What is found by its name: a record, a person, a list, a report. */
  | 'named'
  | 'text'
  | 'list'
  | 'object'
  /** Names that one gives, and a number for each. */
  | 'numbers'
  /** Nothing plain is known. */
  | 'none';

export function inputKind(field: SchemaField, entity: string): InputKind {
  if (field.choices.length > 0 || field.choose === 'entity' || field.choose === 'role') return 'choice';
  if (field.choose !== '') return 'named';
  if (field.type === 'boolean' || field.type === 'number') return field.type;
  if (field.type === 'list') return field.items && inputKind(field.items, '') !== 'none' ? 'list' : 'none';
  if (field.hasNumbers) return 'numbers';
  if (field.type === 'object') return entity !== '' || field.members.length > 0 ? 'object' : 'none';
  if (field.type !== 'text') return 'none';
  if (entity !== '') return 'named';
  if (field.format === 'date') return 'date';
  return field.format === 'date-time' ? 'dateTime' : 'text';
}

/** Whether a JSONata source is what the plain control would write. */
export function isPlain(kind: InputKind, source: string): boolean {
  const value = source.trim();
  if (value === '') return kind !== 'none';
  switch (kind) {
    case 'none':
      return false;
    case 'number':
      return isNumber(value);
    case 'boolean':
      return value === 'true' || value === 'false';
    case 'list':
      return readList(value) !== null;
    case 'object':
      return readObject(value) !== null;
    case 'numbers':
      return readObject(value)?.every((pair) => isNumber(pair.value)) ?? false;
    default:
      return readTextLiteral(value) !== null;
  }
}

const isNumber = (source: string): boolean => /^-?\d+(\.\d+)?$/.test(source);

/**
 * The entity whose record or fields an input takes, by itself or by what another input says; the report whose measure it
 * takes.
 */
export function ownerFor(field: SchemaField, siblings: readonly Pair[]): string {
  const other = field.recordOf || field.fieldsOf || field.measureOf;
  if (other === '') return field.entity;
  return readTextLiteral(siblings.find(({ name }) => name === other)?.value ?? '') ?? '';
}

/** The members that an object may have: those of its schema, or the fields of an entity that can be written. */
export function membersOf(meta: Meta, field: SchemaField, entity: string): SchemaField[] {
  const found = field.fieldsOf === '' ? undefined : entityOf(meta, entity);
  if (!found) return field.members;
  const hidden = new Set(['createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'deletedAt', 'id', 'version']);
  return found.fields
    .filter(({ id, type }) => !hidden.has(id) && !['formula', 'rollup', 'autoNumber'].includes(type))
    .map(({ id }) => memberOf(fieldOf(found, id)!));
}

function memberOf(field: MetaField): SchemaField {
  const type = shownType(field);
  const isList = type === 'multiSelect' || type === 'tags' || type === 'relationMany';
  const options = field.options ?? [];
  const one: SchemaField = {
    ...plainField(field.id, plainTypes[type] ?? 'any'),
    label: field.label,
    isRequired: field.required === true,
    format: type === 'date' ? 'date' : type === 'dateTime' ? 'date-time' : '',
    choices: options.map(({ value }) => value),
    choiceLabels: Object.fromEntries(options.map(({ value, label }) => [value, label])),
    entity: type === 'user' ? 'user' : (field.entity ?? ''),
  };
  return isList
    ? { ...plainField(field.id, 'list'), label: field.label, items: { ...one, type: 'text' } }
    : one;
}

const plainTypes: Readonly<Record<string, SchemaField['type']>> = {
  integer: 'number',
  decimal: 'number',
  boolean: 'boolean',
  text: 'text',
  longText: 'text',
  richText: 'text',
  select: 'text',
  calendar: 'text',
  email: 'text',
  phone: 'text',
  url: 'text',
  date: 'text',
  dateTime: 'text',
  user: 'text',
  relation: 'text',
};
