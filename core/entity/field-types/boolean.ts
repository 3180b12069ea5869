import {
  parsed,
  refused,
  type CommonOptions,
  type Field,
  type FieldTypeSpec,
  type Given,
} from './field-type.ts';

export const booleanType: FieldTypeSpec = {
  type: 'boolean',
  kind: 'boolean',
  isSortable: true,
  columns: () => [{ suffix: '', type: 'boolean' }],
  parse: (value) => (typeof value === 'boolean' ? parsed(value) : refused('not-boolean')),
  toColumns: (value) => [value === true ? 'true' : 'false'],
  fromColumns: ([value]) => value,
};

/** Yes or no; null is "not said". */
export const boolean = <const O extends CommonOptions<boolean>>(options?: O): Field<Given<boolean, O>> => ({
  ...options,
  type: 'boolean',
});
