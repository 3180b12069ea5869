import { refused, type Field, type FieldTypeSpec } from './field-type.ts';

/** Kept by the part that keeps members, and read from there; nothing is stored with the record. */
export const memberCountType: FieldTypeSpec = {
  type: 'memberCount',
  kind: 'number',
  isSortable: true,
  isComputed: true,
  columns: () => [],
  parse: () => refused('field-computed'),
  toColumns: () => [],
  fromColumns: ([value]) => value,
};

/** How many are in the set that the record describes, whoever asks: see `MembersDefinition`. Null before it is known. */
export const memberCount = (): Field<number | null> => ({ type: 'memberCount', result: { type: 'integer' } });
