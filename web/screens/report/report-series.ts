import type { MetaEntity } from '../../data/meta.ts';
import type { DrillRow, ReportDefinition, ReportResult, ReportRow } from '../../data/reports.ts';
import type { ChartLook, ChartSeries } from '../figure/chart-series.ts';
import type { Amount, GroupValue } from '../figure/figure-data.ts';
import { amountsOf, inOwnOrder, keyOf, measureLabel } from './report-values.ts';

export interface ReportSeries extends ChartSeries {
  /** Of each series, the row that a cell of it comes from, by category. */
  rows: Map<string, DrillRow>[];
}

interface Series {
  /** Of the second group. */
  key: string;
  color?: string;
  isLine?: true;
  /** Place of its measure. */
  at: number;
  amounts: Map<string, Amount>;
  rows: Map<string, ReportRow>;
}

/** Time in its own order: Mondays first. */
const byKey = ([, one]: [string, Series], [, other]: [string, Series]): number =>
  one.key.localeCompare(other.key, 'en', { numeric: true });

/** More than this cannot be read; the table has them all. */
const mostCategories = 60;
const mostSeries = 24;

export const lookOf = ({ chart, isStacked }: ReportDefinition): ChartLook | undefined =>
  chart === 'table' || chart === 'number' ? undefined : { chart, ...(isStacked && { isStacked }) };

/** Whether the figures themselves are the steps of a funnel, or the parts of a circle. */
export const isOfMeasures = ({ chart, groups, measures }: ReportDefinition): boolean =>
  (chart === 'funnel' || chart === 'pie') && groups.length === 0 && measures.length > 1;

/** A figure of all records for each category; what it counts alone is what it leads to. */
export function measureSeries(
  { measures }: ReportDefinition,
  { total }: ReportResult,
  entity: MetaEntity,
): ReportSeries {
  const drawn = measures.filter((measure) => measure.drawn !== 'none');
  const conditions = (measure: (typeof drawn)[number]) =>
    'conditions' in measure && measure.conditions ? { conditions: measure.conditions } : {};
  return {
    categories: drawn.map((measure) => ({ key: measure.id, label: measureLabel(measure, entity) })),
    series: [{ name: '', amounts: drawn.map((measure) => amountsOf(measure, total[measure.id], entity)[0]) }],
    rows: [
      new Map(drawn.map((measure) => [measure.id, { keys: [], values: total, ...conditions(measure) }])),
    ],
  };
}

/** Rows as categories, by the first group, and series: by the further groups, by measures, by currencies. */
export function reportSeries(
  definition: ReportDefinition,
  result: ReportResult,
  entity: MetaEntity,
): ReportSeries {
  const scope = { definition, entity };
  const categories = new Map<string, GroupValue>();
  const series = new Map<string, Series>();
  // Round pictures and heat maps show one measure.
  const isSingle = !['bar', 'line'].includes(definition.chart);
  const drawn = definition.measures.filter((measure) => measure.drawn !== 'none');
  const measures = isSingle ? drawn.slice(0, 1) : drawn;
  for (const row of result.rows) {
    const category = keyOf(row, 0, scope);
    categories.set(category.key, category);
    const parts = definition.groups.slice(1).map((_, index) => keyOf(row, index + 1, scope).label);
    const { key = '', color } = definition.groups.length > 1 ? keyOf(row, 1, scope) : {};
    for (const measure of measures)
      for (const amount of amountsOf(measure, row.values[measure.id], entity)) {
        const own = measures.length > 1 ? [measureLabel(measure, entity)] : [];
        const name = [...parts, ...own, ...(amount.currency ? [amount.currency] : [])].join(' · ');
        const found = series.get(name) ?? {
          ...{ key, at: measures.indexOf(measure) },
          ...(color && { color }),
          ...(measure.drawn === 'line' && { isLine: true as const }),
          amounts: new Map(),
          rows: new Map(),
        };
        found.amounts.set(category.key, amount);
        found.rows.set(category.key, row);
        series.set(name, found);
      }
  }
  const ordered = inOwnOrder([...categories.values()], { ...scope, keyOf: ({ key }) => key }).slice(
    0,
    mostCategories,
  );
  const across = definition.groups[1]?.bucket
    ? [...series].toSorted(byKey)
    : [...series].toSorted(([, one], [, other]) => (definition.groups[1] ? 0 : one.at - other.at));
  const shown = across.slice(0, mostSeries);
  return {
    categories: ordered,
    series: shown.map(([name, { amounts, color, isLine }]) => ({
      name,
      ...(isLine && { isLine }),
      ...(color && { color }),
      amounts: ordered.map(({ key }) => amounts.get(key)),
    })),
    rows: shown.map(([, { rows }]) => rows),
  };
}
