import type { AggregateInput } from '../../record-store.ts';
import type { Group } from './group-sql.ts';
import type { Measure } from './measure-sql.ts';

export interface StatementInput {
  groups: readonly Group[];
  measures: readonly Measure[];
  from: string;
  where: string;
  order: AggregateInput['order'];
  /** Groups. */
  limit: number;
}

export interface AggregateStatement {
  text: string;
  currencies: readonly string[];
  /** Each group has a row for itself and one for each of its currencies, told apart by further columns. */
  hasSets: boolean;
}

/** Currencies that one group may have, in rows. */
const mostCurrencies = 8;

/**
 * Columns: groups, currencies, with `hasSets` whether each currency is rolled up (1), measures. Sums per currency and
 * a median over all cannot come from the same rows: where both are asked, the groups are made once per currency and
 * once without, in one reading of the table. Counts alone add up, and are spared that.
 */
export function statementOf(input: StatementInput): AggregateStatement {
  const { groups, measures, from, where, limit } = input;
  const currencies = [...new Set(measures.flatMap(({ currency }) => currency ?? []))];
  const others = measures.filter(({ currency }) => currency === undefined);
  const hasSets =
    currencies.length > 1 || (currencies.length === 1 && others.some((one) => one.function !== 'count'));
  const columns = [
    ...groups.map(({ sql }) => sql),
    ...currencies,
    ...(hasSets ? currencies.map((currency) => `grouping(${currency})`) : []),
    ...measures.map(({ sql }) => sql),
  ];
  const keys = groups.map((_, index) => index + 1);
  const set = (more: readonly number[]): string => `(${[...keys, ...more].join(', ')})`;
  const currencyKeys = currencies.map((_, index) => groups.length + index + 1);
  const grouping = hasSets
    ? `group by grouping sets (${[set([]), ...currencyKeys.map((key) => set([key]))].join(', ')})`
    : groups.length + currencies.length > 0
      ? `group by ${[...keys, ...currencyKeys].join(', ')}`
      : '';
  const rows = (limit + 1) * (currencies.length === 0 ? 1 : mostCurrencies * currencies.length);
  const tail = groups.length > 0 ? `order by ${orderOf(input)} limit ${rows}` : '';
  return {
    text: `select ${columns.join(', ')} from ${from} where ${where} ${grouping} ${tail}`,
    currencies,
    hasSets,
  };
}

function orderOf({ groups, measures, order = {} }: StatementInput): string {
  const direction = order.isDescending ? 'desc nulls last' : 'asc nulls last';
  const keys = groups.map((_, index) => `${index + 1}`);
  const measure = order.measure === undefined ? undefined : measures[order.measure];
  if (measure) return [`${measure.value} ${direction}`, ...keys].join(', ');
  return keys.map((key) => `${key} ${direction}`).join(', ');
}
