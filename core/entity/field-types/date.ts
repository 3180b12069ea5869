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

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day that exists, as `YYYY-MM-DD`; by arithmetic, since imports ask for every row. */
export function isDate(value: unknown): value is string {
  if (typeof value !== 'string' || value.length !== 10) return false;
  const parts = pattern.exec(value);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 && isLeap ? 29 : (lengths[month - 1] ?? 0);
  return year > 0 && day > 0 && day <= length;
}

/** A day without a time. */
export const date = <const O extends CommonOptions<string>>(options?: O): Field<Given<string, O>> => ({
  ...options,
  type: 'date',
});
