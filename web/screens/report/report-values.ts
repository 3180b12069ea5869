import { formatMoney, formatNumber } from '../../data/format.ts';
import { t } from '../../data/i18n.ts';
import { fieldOf, type MetaEntity } from '../../data/meta.ts';
import type { ReportDefinition, ReportMeasure, ReportRow } from '../../data/reports.ts';
import { screenText } from '../../data/screen-text.ts';
import { isMoney, numberOptions, textOfValue } from '../../data/values.ts';
import { groupValue, type Amount, type GroupValue } from '../figure/figure-data.ts';

/** What a measure is called: as it was named, else by what it does. */
export function measureLabel(measure: ReportMeasure, entity: MetaEntity): string {
  const own = screenText(measure.title);
  if (own) return own;
  if ('expression' in measure) return measure.id;
  const field = measure.field ? fieldOf(entity, measure.field)?.label : undefined;
  return field
    ? t('report.measureOf', { function: t(`report.function.${measure.function}`), field })
    : t('report.function.count');
}

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
      return { value: Number.NaN, text: textOfValue(fieldIn(measure, entity), one) };
    return { value: one, text: formatNumber(one, optionsOf(measure, entity)) };
  });
}

const fieldIn = (measure: ReportMeasure, entity: MetaEntity) =>
  'field' in measure && measure.field ? fieldOf(entity, measure.field) : undefined;

function optionsOf(measure: ReportMeasure, entity: MetaEntity): Intl.NumberFormatOptions {
  if ('expression' in measure)
    return measure.format === 'percent'
      ? { style: 'percent', maximumFractionDigits: 1 }
      : { maximumFractionDigits: 2 };
  const isCount = measure.function === 'count' || measure.function === 'distinct';
  return { ...(isCount ? {} : numberOptions(fieldIn(measure, entity))), maximumFractionDigits: 2 };
}

export const valueText = (measure: ReportMeasure, value: unknown, entity: MetaEntity): string =>
  amountsOf(measure, value, entity)
    .map(({ text }) => text)
    .join(' · ');

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
