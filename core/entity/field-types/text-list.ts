import { arrayLiteral } from '../../db/array-literal.ts';
import type { FieldTypeSpec } from './field-type.ts';

/** What lists of text have in common in the database. */
export const textList = {
  kind: 'list',
  isSortable: false,
  columns: () => [{ suffix: '', type: 'text[]' }],
  // The canonical form that `parse` gave is a list.
  toColumns: (value: unknown) => [arrayLiteral((value as unknown[]).map(String))],
  fromColumns: ([value]: readonly unknown[]) => value,
} satisfies Partial<FieldTypeSpec>;
