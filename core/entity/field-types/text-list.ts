import type { FieldTypeSpec } from './field-type.ts';

/** What lists of text have in common in the database. */
export const textList = {
  kind: 'list',
  isSortable: false,
  columns: () => [{ suffix: '', type: 'text[]' }],
  toColumns: (value: unknown) => [arrayLiteral((value as unknown[]).map(String))],
  fromColumns: ([value]: readonly unknown[]) => value,
} satisfies Partial<FieldTypeSpec>;

/** PostgreSQL's text form of an array. */
export const arrayLiteral = (values: readonly (string | null)[]): string => {
  let text = '{';
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (index > 0) text += ',';
    text += value === null || value === undefined ? 'NULL' : quoted(value);
  }
  return `${text}}`;
};

const needsEscape = /["\\]/;
const quoted = (value: string): string =>
  needsEscape.test(value) ? `"${value.replace(/["\\]/g, String.raw`\$&`)}"` : `"${value}"`;
