import { formatNumber, t } from './i18n.ts';

export interface Count {
  count: number;
  /** Counting stopped there: there are more. */
  isCapped: boolean;
}

/** `1,589`, or `10,000+` where counting stopped. */
export const formatCount = ({ count, isCapped }: Count): string =>
  formatNumber(count) + (isCapped ? '+' : '');

/** `1,589 opportunities`. */
export const countSentence = (counted: Count, label: { one: string; many: string }): string =>
  t('list.count', {
    number: formatCount(counted),
    what: inSentence(counted.count === 1 ? label.one : label.many),
  });

/** A label inside a sentence: English writes what is no name small there. */
export const inSentence = (label: string): string =>
  /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
