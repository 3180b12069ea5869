import { moneyOf, type Money } from '../../field-types/money.ts';
import type { AggregateRow } from '../../record-store.ts';
import type { Group } from './group-sql.ts';
import type { Measure } from './measure-sql.ts';

export interface Layout {
  groups: readonly Group[];
  measures: readonly Measure[];
  currencies: readonly string[];
  hasSets: boolean;
}

/** One row per group: those of its currencies are put together. Without groups there is one, also of no records. */
export function combine(rows: readonly (readonly unknown[])[], layout: Layout): AggregateRow[] {
  const { groups, measures } = layout;
  const combined = new Map<string, AggregateRow>();
  for (const row of rows) {
    const keys = row.slice(0, groups.length).map(shown);
    const id = JSON.stringify(keys);
    const found = combined.get(id) ?? {
      group: Object.fromEntries(groups.map(({ name }, index) => [name, keys[index]])),
      values: {},
    };
    combined.set(id, found);
    for (const [index, measure] of measures.entries()) add(found.values, measure, cellOf(row, index, layout));
  }
  if (groups.length === 0 && combined.size === 0) return [{ group: {}, values: ofNothing(measures) }];
  return [...combined.values()];
}

/** Grouped by currencies alone, PostgreSQL answers no row where there are none: all else that is asked then is counts. */
const ofNothing = (measures: readonly Measure[]): AggregateRow['values'] =>
  Object.fromEntries(measures.map(({ name, currency }) => [name, currency === undefined ? 0 : []]));

const shown = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value);

interface Cell {
  value: unknown;
  currency: unknown;
}

/** Nothing where the row is about a currency that the measure is not in. */
function cellOf(row: readonly unknown[], index: number, layout: Layout): Cell | undefined {
  const { groups, measures, currencies, hasSets } = layout;
  const from = groups.length;
  const { currency } = measures[index]!;
  const at = currency === undefined ? -1 : currencies.indexOf(currency);
  if (hasSets) {
    const isRolledUp = currencies.map((_, each) => row[from + currencies.length + each] === 1);
    if (at < 0 ? isRolledUp.includes(false) : isRolledUp[at]) return undefined;
  }
  const value = row[from + currencies.length * (hasSets ? 2 : 1) + index];
  return { value, currency: at < 0 ? undefined : row[from + at] };
}

function add(values: AggregateRow['values'], measure: Measure, cell: Cell | undefined): void {
  const { name, currency } = measure;
  if (currency !== undefined) {
    // A list from the first row of the group on.
    const list = (values[name] ??= []) as Money[];
    if (cell && cell.value !== null && typeof cell.currency === 'string')
      list.push(moneyOf(String(cell.value), cell.currency));
    return;
  }
  if (!cell) return;
  if (measure.function === 'count') values[name] = Number(values[name] ?? 0) + Number(cell.value);
  else values[name] = cell.value === null ? null : numberOrText(cell.value);
}

const numberOrText = (value: unknown): unknown =>
  typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : shown(value);
