import { chipText } from '../../components/chip-text.ts';
import { chipsOf } from '../../data/filter.ts';
import { formatMoney, formatNumber } from '../../data/format.ts';
import { t } from '../../data/i18n.ts';
import { fieldOf, type MetaEntity } from '../../data/meta.ts';
import type { ReportDefinition, ReportMeasure, ReportRow } from '../../data/reports.ts';
import { measuredField } from '../../data/report-fields.ts';
import { screenText } from '../../data/screen-text.ts';
import { numberText } from '../../data/number-text.ts';
import { isMoney, textOfValue } from '../../data/values.ts';
import { groupValue, type Amount, type GroupValue } from '../figure/figure-data.ts';

/** What a measure is called: as it was named, else by what it does. */
export function measureLabel(measure: ReportMeasure, entity: MetaEntity): string {
  const title = screenText(measure.title);
  if (title) return title;
  if ('expression' in measure) return measure.id;
  const field = measuredField(measure, entity)?.label;
  const name = t(`report.function.${measure.function}`);
  const since = measure.since ? fieldOf(entity, measure.since)?.label : undefined;
  if (field && since) return t('report.daysOf', { function: name, field, since });
  const own = field ? t('report.measureOf', { function: name, field }) : name;
  // Two figures that differ by what they count only are told apart by it.
  const only = chipsOf(measure.conditions ?? [], entity.fields).map((chip) =>
    chipText(chip, fieldOf(entity, chip.field)!),
  );
  return only.length > 0 ? t('report.onlyOf', { figure: own, only: only.join(', ') }) : own;
}

/** What each group is called; two of one field are told apart by their span of time. */
export const groupLabels = ({ groups }: ReportDefinition, entity: MetaEntity): string[] =>
  groups.map(({ field, bucket }) => {
    const label = fieldOf(entity, field)?.label ?? field;
    const isOnlyOne = groups.filter((other) => other.field === field).length === 1;
    return isOnlyOne || bucket === undefined ? label : `${label} · ${t(`report.bucket.${bucket}`)}`;
  });

/** The figures of one measure; money has one for each currency. */
export function amountsOf(measure: ReportMeasure, value: unknown, entity: MetaEntity): Amount[] {
  if (value === null || value === undefined) return [];
  return [value].flat().map((one: unknown): Amount => {
    if (isMoney(one))
      return {
        value: Number(one.amount),
        text: formatMoney(one, { maximumFractionDigits: Math.abs(Number(one.amount)) < 100 ? 2 : 0 }),
        currency: one.currency,
      };
    if (typeof one !== 'number')
      return { value: Number.NaN, text: textOfValue(measuredField(measure, entity), one) };
    return { value: one, text: figureText(measure, one, entity) };
  });
}

function figureText(measure: ReportMeasure, value: number, entity: MetaEntity): string {
  if ('expression' in measure)
    return formatNumber(
      value,
      measure.format === 'percent'
        ? { style: 'percent', maximumFractionDigits: 1 }
        : { maximumFractionDigits: 2 },
    );
  const isCount = measure.function === 'count' || measure.function === 'distinct';
  const field = isCount ? undefined : measuredField(measure, entity);
  return numberText(field, value, { maximumFractionDigits: 2 });
}

export const valueText = (measure: ReportMeasure, value: unknown, entity: MetaEntity): string =>
  amountsOf(measure, value, entity)
    .map(({ text }) => text)
    .join(' · ');

/** Choices in their own order, where nothing else was asked for; what has no value, and the others, last. */
export function inOwnOrder<Item>(
  items: readonly Item[],
  {
    definition,
    entity,
    keyOf,
  }: { definition: ReportDefinition; entity: MetaEntity; keyOf: (item: Item) => string },
): Item[] {
  const [first] = definition.groups;
  const options = first && fieldOf(entity, first.field)?.options?.map(({ value }) => value);
  if (!options || definition.sort?.measure || definition.top) return [...items];
  const rank = (item: Item): number => {
    const key = keyOf(item);
    const at = key === '' || key === othersKey ? options.length : options.indexOf(key);
    return at < 0 ? options.length : at;
  };
  const sign = definition.sort?.isDescending ? -1 : 1;
  return items.toSorted((one, other) => sign * (rank(one) - rank(other)));
}

/** What a group's value is called, of a row. */
export function keyOf(
  row: Pick<ReportRow, 'keys' | 'isOthers'>,
  index: number,
  { definition, entity }: { definition: ReportDefinition; entity: MetaEntity },
): GroupValue {
  if (row.isOthers && index === 0) return { key: othersKey, label: t('report.others') };
  return groupValue(entity, definition.groups[index]!, row.keys[index]);
}

/** No value is called so. */
export const othersKey = '\0others';
