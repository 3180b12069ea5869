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

/** Yes or no; null is "not said". `mark` is for what must be seen where it is so, such as overdue: a state colour. */
export const boolean = <const O extends CommonOptions<boolean> & { mark?: string }>(
  options?: O,
): Field<Given<boolean, O>> => ({
  ...options,
  type: 'boolean',
});
