import { isDate } from './date.ts';
import {
  parsed,
  refused,
  type CommonOptions,
  type Field,
  type FieldTypeSpec,
  type Given,
} from './field-type.ts';

export const dateTimeType: FieldTypeSpec = {
  type: 'dateTime',
  kind: 'instant',
  isSortable: true,
  columns: () => [{ suffix: '', type: 'timestamptz' }],
  parse: (value) => (isInstant(value) ? parsed(new Date(value).toISOString()) : refused('not-date-time')),
  toColumns: (value) => [String(value)],
  fromColumns: ([value]) => (value instanceof Date ? value.toISOString() : value),
};

/** ISO 8601 with a zone: a time without one means something else in every office. */
export const isInstant = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(value) &&
  isDate(value.slice(0, 10)) &&
  !Number.isNaN(Date.parse(value));

/** A moment; read as UTC (`2026-11-21T09:30:00.000Z`), milliseconds kept. */
export const dateTime = <const O extends CommonOptions<string>>(options?: O): Field<Given<string, O>> => ({
  ...options,
  type: 'dateTime',
});
