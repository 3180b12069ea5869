/**
 * A formula that gives money gives it in the currency of the money that it reads; where that is of several currencies in
 * one record, there is no value, since amounts are never added across currencies.
 */
import type { EntityDefinition } from '../definition.ts';
import type { Money } from '../field-types/money.ts';
import { quoted, snake } from '../names.ts';

/** Of the fields that a formula reads, those of money. */
export const moneyOf = ({ fields }: EntityDefinition, roots: readonly string[]): string[] =>
  roots.filter((root) => fields[root]?.type === 'money');

/** The currency in SQL, over the row of an alias; null where there is none, or more than one. */
export function currencySql(money: readonly string[], alias: string): string {
  const columns = money.map((name) => `${alias}.${quoted(`${snake(name)}_currency`)}`);
  if (columns.length === 1) return columns[0]!;
  const list = columns.join(', ');
  return `(case when least(${list}) = greatest(${list}) then least(${list}) end)`;
}

/** The same in memory, from values in the form of the API. */
export function currencyIn(
  money: readonly string[],
  values: Readonly<Record<string, unknown>>,
): string | null {
  // The cast: fields of money hold it, or nothing.
  const found = new Set(money.flatMap((name) => (values[name] as Money | null | undefined)?.currency ?? []));
  return found.size === 1 ? [...found][0]! : null;
}
