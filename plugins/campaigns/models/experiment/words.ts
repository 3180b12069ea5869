import type { Locale } from '../../../../core/index.ts';
import type { Conclusion, Design } from './conclude.ts';

export type Say = (key: string, params?: Record<string, unknown>) => string;

/** Numbers as the sentences of an experiment have them: rates and their differences in hundredths, values as they are. */
export function wordsIn(locale: Locale, metric: Design['metric']) {
  const plain = (value: number, digits: number): string =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  const size = (value: number): string => (metric === 'conversion' ? plain(value * 100, 2) : plain(value, 2));
  const unit = metric === 'value' ? '' : locale === 'en' ? ' points' : ' 个百分点';
  const difference = (value: number): string => `${size(Math.abs(value))}${unit}`;
  const signed = (value: number): string =>
    `${value > 0 ? '+' : value < 0 ? '−' : ''}${size(Math.abs(value))}`;
  return {
    difference,
    count: (value: number): string => plain(value, 0),
    of: ({ difference: by, interval, p }: Conclusion, { minimumEffect, planned }: Design) => ({
      by: difference(by),
      effect: difference(minimumEffect),
      planned: planned === null ? '' : plain(planned, 0),
      low: interval ? signed(interval.low) : '',
      high: interval ? `${signed(interval.high)}${unit}` : '',
      p: p === undefined ? '' : p < 0.001 ? '< 0.001' : `= ${plain(p, 3)}`,
    }),
  };
}
