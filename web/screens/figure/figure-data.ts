import type { Bucket } from '../../../core/entity/record-store.ts';
import type { ScreenNode } from '../../../core/screen/definition.ts';
import { formatDate, formatMoney, type Money } from '../../data/format.ts';
import { numberText } from '../../data/number-text.ts';
import { allOf, chipsOf, chipsToFilter, filterContext } from '../../data/filter.ts';
import { locale, t } from '../../data/i18n.ts';
import { entityOf, fieldOf, type Meta, type MetaEntity } from '../../data/meta.ts';
import { aggregate, type AggregateRow, type Filter, type Reference } from '../../data/records.ts';
import { isMoney, isReference, optionColor, textOfValue } from '../../data/values.ts';

export type Figure = Extract<ScreenNode, { node: 'number' | 'chart' | 'records' }>;
export type CountedFigure = Extract<Figure, { node: 'number' | 'chart' }>;

export interface FigureScope {
  meta: Meta;
  /** On a record's page: the record that the figure is about. */
  subject?: Reference;
  /** Of the dashboard around it. */
  filter?: Filter;
}

/** What the figure is of: its conditions, the record it stands on, and the filter of its dashboard. */
export function figureFilter(figure: Figure, { meta, subject, filter }: FigureScope): Filter | undefined {
  const entity = entityOf(meta, figure.entity);
  if (!entity) return undefined;
  const chips = chipsOf(figure.conditions ?? [], entity.fields);
  const by = 'by' in figure ? figure.by : undefined;
  const own = by && subject ? { [by]: { eq: subject.id } } : undefined;
  return allOf(chipsToFilter(chips, filterContext(meta, entity)), own, filter);
}

export interface Amount {
  value: number;
  text: string;
  currency?: string;
}

/** The figure of one row; money has one for each currency. */
export function amountsOf(
  figure: CountedFigure,
  row: AggregateRow | undefined,
  entity: MetaEntity,
): Amount[] {
  const { function: name, field: id } = figure.measure;
  const found =
    row?.values[id === undefined || name === 'count' ? 'count' : `${name}.${id}`] ??
    (name === 'count' ? 0 : null);
  const field = id ? fieldOf(entity, id) : undefined;
  if (found === null) return [];
  const values: (number | Money)[] = [found].flat();
  return values.map((value): Amount => {
    if (isMoney(value))
      return {
        value: Number(value.amount),
        text: formatMoney(value, { maximumFractionDigits: 0 }),
        currency: value.currency,
      };
    const number = Number(value);
    const measured = name === 'count' ? undefined : field;
    return { value: number, text: numberText(measured, number, { maximumFractionDigits: 2 }) };
  });
}

export async function loadFigure(figure: CountedFigure, scope: FigureScope): Promise<AggregateRow[]> {
  const filter = figureFilter(figure, scope);
  const groups = figure.node === 'chart' ? [figure.group, ...(figure.split ? [figure.split] : [])] : [];
  const { rows } = await aggregate(figure.entity, {
    ...(filter && { filter }),
    group: groups.map(({ field, bucket }) => ({ field, ...(bucket && { bucket }) })),
    measures: [figure.measure],
  });
  return rows;
}

export interface GroupValue {
  key: string;
  label: string;
  /** A state colour of the option. */
  color?: string;
}

export function groupValue(
  entity: MetaEntity,
  grouping: { field: string; bucket?: Bucket },
  value: unknown,
): GroupValue {
  const field = fieldOf(entity, grouping.field);
  if (value === null || value === undefined) return { key: '', label: t('figure.none') };
  if (isReference(value)) return { key: value.id, label: value.title || value.id };
  const text = String(value); // options, dates and plain texts
  if (grouping.bucket) return { key: text, label: bucketLabel(text, grouping.bucket) };
  const color = optionColor(field, text);
  return { key: text, label: textOfValue(field, value), ...(color && { color }) };
}

function bucketLabel(day: string, bucket: Bucket): string {
  // The first of January 2024 was a Monday.
  if (bucket === 'weekday')
    return new Intl.DateTimeFormat(locale(), { weekday: 'long' }).format(new Date(2024, 0, Number(day)));
  if (bucket === 'hour') return `${day.padStart(2, '0')}:00`;
  const date = new Date(`${day.slice(0, 10)}T00:00:00`);
  if (bucket === 'year') return String(date.getFullYear());
  if (bucket === 'quarter')
    return t('figure.quarter', {
      year: String(date.getFullYear()),
      quarter: Math.floor(date.getMonth() / 3) + 1,
    });
  if (bucket === 'month')
    return new Intl.DateTimeFormat(locale(), { month: 'short', year: 'numeric' }).format(date);
  return formatDate(day.slice(0, 10));
}
