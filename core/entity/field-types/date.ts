import {
  parsed,
  refused,
  type CommonOptions,
  type Field,
  type FieldTypeSpec,
  type Given,
} from './field-type.ts';

export const dateType: FieldTypeSpec = {
  type: 'date',
  kind: 'date',
  isSortable: true,
  columns: () => [{ suffix: '', type: 'date' }],
  parse: (value) => (isDate(value) ? parsed(value) : refused('not-date')),
  toColumns: (value) => [String(value)],
  fromColumns: ([value]) => value,
};

/** A day that exists, as `YYYY-MM-DD`. */
export function isDate(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value) || value < '0001') return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** A day without a time. */
export const date = <const O extends CommonOptions<string>>(options?: O): Field<Given<string, O>> => ({
  ...options,
  type: 'date',
});
