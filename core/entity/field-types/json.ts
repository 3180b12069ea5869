import {
  parsed,
  refused,
  type CommonOptions,
  type Field,
  type FieldTypeSpec,
  type Given,
} from './field-type.ts';

const mostCharacters = 100_000;

export const jsonType: FieldTypeSpec = {
  type: 'json',
  kind: 'opaque',
  isSortable: false,
  columns: () => [{ suffix: '', type: 'jsonb' }],
  parse(value) {
    const text = JSON.stringify(value);
    if (text === undefined) return refused('not-json');
    if (text.length > mostCharacters)
      return refused('text-long', { max: mostCharacters, length: text.length });
    return text.includes(String.raw`\u0000`) ? refused('text-control') : parsed(value);
  },
  toColumns: (value) => [JSON.stringify(value)],
  fromColumns: ([value]) => value,
};

/** Any JSON of up to 100,000 characters; not filtered or sorted by. */
export const json = <const O extends CommonOptions<unknown>>(options?: O): Field<Given<unknown, O>> => ({
  ...options,
  type: 'json',
});
