import { arrayLiteral } from './array-literal.ts';
import type { Db } from './connect.ts';

/** Collects the parameters of one statement; the same shape of question always gives the same text. */
export interface Bindings {
  values: (string | null | boolean)[];
  /** The placeholder for a value: `$1::uuid`. */
  bind(value: string | number | boolean | null, type: string): string;
  /**
   * A list of any length as one long text, cut apart by PostgreSQL: `string_to_array($1, …)`. Much cheaper than an
   * array literal, which quotes; no value may hold the two separators (text that is stored never does).
   */
  bindColumn(values: readonly (string | null)[]): string;
  /** The placeholder for a list: `$1::uuid[]`. */
  bindList(values: readonly (string | number | boolean | null)[], type: string): string;
}

/** `first` is the number of the first placeholder. */
export function createBindings(first = 1): Bindings {
  const values: (string | null | boolean)[] = [];
  const add = (value: string | null | boolean, type: string): string =>
    `$${first - 1 + values.push(value)}::${type}`;
  return {
    values,
    bind: (value, type) => add(typeof value === 'number' ? String(value) : value, type),
    bindColumn: (list) => {
      const text = list.map(orNothing).join(separator);
      return `string_to_array(${add(text, 'text')}, E'\\x1f', E'\\x1e')`;
    },
    bindList: (list, type) =>
      add(arrayLiteral(list.map((one) => (one === null ? null : String(one)))), `${type}[]`),
  };
}

const separator = '\x1f';
const nothing = '\x1e';
const orNothing = (value: string | null): string => value ?? nothing;
/** ASCII's unit and record separators. */
export const hasSeparator = (text: string): boolean => text.includes(separator) || text.includes(nothing);

/** Runs a statement that was put together as text. Its text is the key of the driver's prepared statements. */
export const run = async <Row extends object>(
  db: Db,
  text: string,
  values: readonly (string | null | boolean)[] = [],
): Promise<Row[]> =>
  // The rows are what the statement selects; the caller names their type.
  [...((await db.unsafe(text, [...values], { prepare: true })) as unknown as Row[])];
