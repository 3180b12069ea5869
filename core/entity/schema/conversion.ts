/** How a column of one type becomes one of another, and which values do not fit: nothing is ever cut or guessed. */
import { tableOf } from '../names.ts';

export interface Conversion {
  /** The new value of an old column. */
  convert(column: string): string;
  /** Whether an old value, which is not null, has a new one. */
  fits(column: string): string;
  /** What does not fit is a list of which only one could stay. */
  isOneOfMany?: boolean;
}

export interface Converted {
  from: string;
  to: string;
  /** Entity that the new column leads to. */
  references?: string;
}

const always = 'true';
const pattern = (regex: string) => (column: string) => `${column} ~ '${regex}'`;
const cast = (type: string) => (column: string) => `${column}::${type}`;

const numberText = String.raw`^\s*[+-]?\d{1,15}(\.\d{1,15})?\s*$`;
const integerText = String.raw`^\s*[+-]?\d{1,15}\s*$`;
const dayText = String.raw`^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$`;
const truth = `('true', 'yes', '1', '是')`;
const untruth = `('false', 'no', '0', '否')`;

/** By old and new type without precision. */
const conversions: Readonly<Record<string, (to: string, references: string | undefined) => Conversion>> = {
  'bigint>numeric': (to) => ({ convert: cast(to), fits: () => always }),
  'numeric>bigint': () => ({ convert: cast('bigint'), fits: (column) => `${column} = trunc(${column})` }),
  'numeric>numeric': (to) => ({
    convert: cast(to),
    fits: (column) => `${column} = round(${column}, ${scaleOf(to)})`,
  }),
  'bigint>text': () => ({ convert: cast('text'), fits: () => always }),
  'numeric>text': () => ({ convert: (column) => `trim_scale(${column})::text`, fits: () => always }),
  'boolean>text': () => ({ convert: cast('text'), fits: () => always }),
  'date>text': () => ({ convert: cast('text'), fits: () => always }),
  'timestamp with time zone>text': () => ({
    convert: (column) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
    fits: () => always,
  }),
  'text>bigint': () => ({ convert: (column) => `trim(${column})::bigint`, fits: pattern(integerText) }),
  'text>numeric': (to) => ({
    convert: (column) => `trim(${column})::${to}`,
    fits: pattern(numberText),
  }),
  'text>boolean': () => ({
    convert: (column) => `lower(trim(${column})) in ${truth}`,
    fits: (column) => `lower(trim(${column})) in ${truth} or lower(trim(${column})) in ${untruth}`,
  }),
  'text>date': () => ({
    convert: cast('date'),
    fits: (column) => `${column} ~ '${dayText}' and pg_input_is_valid(${column}, 'date')`,
  }),
  'text>text[]': () => ({ convert: (column) => `array[${column}]`, fits: () => always }),
  'text[]>text': () => ({
    convert: (column) => `${column}[1]`,
    fits: (column) => `cardinality(${column}) <= 1`,
  }),
  'uuid>uuid[]': () => ({ convert: (column) => `array[${column}]`, fits: () => always }),
  'uuid[]>uuid': (_to, references) => ({
    // A list has no foreign key: what leads nowhere is left behind.
    convert: (column) =>
      references ? `(select d.id from ${tableOf(references)} d where d.id = ${column}[1])` : `${column}[1]`,
    fits: (column) => `cardinality(${column}) <= 1`,
    isOneOfMany: true,
  }),
  'date>timestamp with time zone': () => ({
    convert: (column) => `(${column}::timestamp at time zone 'UTC')`,
    fits: () => always,
  }),
};

export const conversionOf = ({ from, to, references }: Converted): Conversion | undefined =>
  conversions[`${bare(from)}>${bare(to)}`]?.(to, references);

const bare = (type: string): string => type.replace(/\(.*\)/, '');
const scaleOf = (type: string): string => /,(\d+)\)/.exec(type)?.[1] ?? '0';
