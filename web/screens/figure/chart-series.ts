import type { ScreenNode } from '../../../core/screen/definition.ts';
import type { MetaEntity } from '../../data/meta.ts';
import { fieldOf } from '../../data/meta.ts';
import type { AggregateRow } from '../../data/records.ts';
import { amountsOf, groupValue, type Amount, type GroupValue } from './figure-data.ts';

export type Chart = Extract<ScreenNode, { node: 'chart' }>;

/** How it is drawn. */
export interface ChartLook {
  chart: 'bar' | 'line' | 'pie' | 'funnel' | 'heat';
  /** Bars on each other, areas on each other. */
  isStacked?: boolean;
}

export interface ChartSeries {
  categories: GroupValue[];
  /** `color` is the state colour of the option that a series stands for; `isLine`: a line above bars. */
  series: { name: string; color?: string; isLine?: true; amounts: (Amount | undefined)[] }[];
}

/** More slices or bars than this cannot be read; the rest is left to the list. */
const mostCategories = 40;

/** Rows as categories and series: by the second grouping, or by currency where money has several. */
export function chartSeries(chart: Chart, rows: readonly AggregateRow[], entity: MetaEntity): ChartSeries {
  const categories = new Map<string, GroupValue>();
  const series = new Map<string, { name: string; color?: string; byCategory: Map<string, Amount> }>();
  for (const row of rows) {
    const category = groupValue(entity, chart.group, row.group[chart.group.field]);
    categories.set(category.key, category);
    const part = chart.split && groupValue(entity, chart.split, row.group[chart.split.field]);
    for (const amount of amountsOf(chart, row, entity)) {
      const name = [part?.label, amount.currency].filter(Boolean).join(' · ');
      const color = part?.color && { color: part.color };
      const found = series.get(name) ?? { name, ...color, byCategory: new Map() };
      found.byCategory.set(category.key, amount);
      series.set(name, found);
    }
  }
  const ordered = inOrder(chart, [...categories.values()], entity).slice(0, mostCategories);
  return {
    categories: ordered,
    series: [...series.values()].map(({ byCategory, ...each }) => ({
      ...each,
      amounts: ordered.map(({ key }) => byCategory.get(key)),
    })),
  };
}

/** Choices in their own order, time in its own; what has no value last. */
function inOrder(chart: Chart, categories: GroupValue[], entity: MetaEntity): GroupValue[] {
  const options = fieldOf(entity, chart.group.field)?.options?.map(({ value }) => value) ?? [];
  const rank = ({ key }: GroupValue): number => {
    if (key === '') return Number.MAX_SAFE_INTEGER;
    const at = options.indexOf(key);
    return at < 0 ? options.length : at;
  };
  return categories.toSorted((one, other) => {
    const byRank = rank(one) - rank(other);
    return byRank || (chart.group.bucket ? one.key.localeCompare(other.key) : 0);
  });
}
