import { needsValue, type Chip } from '../data/filter.ts';
import { formatDate, isDay } from '../data/format.ts';
import { t } from '../data/i18n.ts';
import { shownType, type MetaEntity, type MetaField } from '../data/meta.ts';
import { textOfValue } from '../data/values.ts';

/** A condition as people say it: "Owner is me", "Close date this quarter", "Amount over 500". */
export function chipText(chip: Chip, field: MetaField): string {
  const operator = t(`operator.${chip.operator}`);
  if (!needsValue(chip.operator)) return t('filter.without', { field: field.label, operator });
  return t('filter.sentence', { field: field.label, operator, value: valueText(chip, field) });
}

/** A field that is not there, by what it was called. */
export const goneText = (entity: Pick<MetaEntity, 'removed'>, field: string): string =>
  t('filter.gone', { field: entity.removed?.[field] ?? field });

function valueText(chip: Chip, field: MetaField): string {
  if (chip.operator === 'within') return t(`period.${String(chip.value)}`);
  if (Array.isArray(chip.value) && chip.value.length > 2)
    return t('filter.several', { count: chip.value.length });
  if (typeof chip.value === 'string' && isDay(chip.value)) return formatDate(chip.value);
  if (shownType(field) === 'boolean') return t(chip.value === true ? 'value.yes' : 'value.no');
  return textOfValue(field, chip.value);
}
