/** Numbers of fields as people read and write them: with a unit behind them, or as a percentage. */
import { formatNumber } from './format.ts';
import type { MetaField } from './meta.ts';

type NumberField = Pick<MetaField, 'unit' | 'format' | 'result'> | undefined;

/** Of a roll-up, what the field that it measures says. */
export const unitOf = (field: NumberField): string => field?.unit ?? field?.result?.unit ?? '';

export const isPercent = (field: NumberField): boolean =>
  (field?.format ?? field?.result?.format) === 'percent';

/** As many places as a field keeps, and no zeros that say nothing: 0.2 is not kept as 0.200 by whoever wrote it. */
const numberOptions = (field: MetaField | undefined): Intl.NumberFormatOptions =>
  isPercent(field)
    ? { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }
    : {
        maximumFractionDigits: field?.scale ?? 4,
        // A year written with a thousands separator reads as an amount.
        useGrouping: !/year/i.test(field?.id ?? ''),
      };

/** `12.5 kg`, `41.7%`; between figures and Chinese stands no space. */
export function numberText(
  field: MetaField | undefined,
  value: number,
  options: Intl.NumberFormatOptions = {},
): string {
  const text = formatNumber(value, { ...numberOptions(field), ...(isPercent(field) ? {} : options) });
  const unit = unitOf(field);
  return unit ? `${text}${/^\p{Script=Han}/u.test(unit) ? '' : '\u{A0}'}${unit}` : text;
}

/** What an input shows: of a share, hundreds. */
export const inputNumber = (field: NumberField, value: number): string =>
  String(isPercent(field) ? rounded(value * 100) : value);

export const readNumber = (field: NumberField, text: string): number =>
  isPercent(field) ? rounded(Number(text) / 100) : Number(text);

/** 0.07 × 100 is 7, not 7.000000000000001. */
const rounded = (value: number): number => Number(value.toPrecision(15));
