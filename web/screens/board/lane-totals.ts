import { aggregate, type Filter } from '../../data/records.ts';
import { isMoney } from '../../data/values.ts';
import { formatMoney, type Money } from '../../data/format.ts';

export interface LaneTotal {
  count: number;
  /** One for each currency. */
  money: Money[];
}

export interface TotalsQuery {
  field: string;
  sums: readonly string[];
  filter: Filter | undefined;
  search: string;
}

/** How many and how much, by lane; the lane of records without a value is ''. */
export async function loadTotals(entity: string, query: TotalsQuery): Promise<Map<string, LaneTotal>> {
  const { rows } = await aggregate(entity, {
    ...(query.filter ? { filter: query.filter } : {}),
    ...(query.search ? { search: query.search } : {}),
    group: [{ field: query.field }],
    measures: [{ function: 'count' }, ...query.sums.map((field) => ({ function: 'sum' as const, field }))],
  });
  return new Map(
    rows.map((row) => {
      const sums = query.sums.flatMap((field) => [row.values[`sum.${field}`] ?? []].flat());
      const value = row.group[query.field];
      const key = typeof value === 'string' ? value : '';
      return [key, { count: Number(row.values['count'] ?? 0), money: sums.filter(isMoney) }];
    }),
  );
}

/** All lanes together, in words. */
export function sumOf(lanes: readonly LaneTotal[]): string {
  const sums = new Map<string, number>();
  for (const money of lanes.flatMap((lane) => lane.money))
    sums.set(money.currency, (sums.get(money.currency) ?? 0) + Number(money.amount));
  return [...sums]
    .map(([currency, amount]) => formatMoney({ amount, currency }, { maximumFractionDigits: 0 }))
    .join(' + ');
}
