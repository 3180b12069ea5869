import { formatNumber, t } from './i18n.ts';
import type { Count } from './record-list.ts';

/** `1,589`, or `10,000+` where counting stopped. */
export function formatCount(count: Count): string {
  if (count === null || count === undefined) return '';
  if (typeof count === 'object') return formatNumber(count.value) + (count.isMore ? '+' : '');
  if (typeof count === 'string') {
    const isMore = count.endsWith('+');
    const digits = Number(count.replace(/\D/g, ''));
    return formatNumber(digits) + (isMore ? '+' : '');
  }
  return formatNumber(count);
}

/** `1,589 opportunities`. */
export const countSentence = (count: Count, label: { one: string; many: string }): string =>
  t('list.count', { count: formatCount(count), what: inSentence(count === 1 ? label.one : label.many) });

/** A label inside a sentence: English writes what is no name small there. */
export const inSentence = (label: string): string =>
  /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
