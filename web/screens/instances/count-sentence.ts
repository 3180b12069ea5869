import { formatCount } from '../../data/count.ts';
import { t } from '../../data/i18n.ts';

/** `1,589 instances`, or `10,000+ instances` where counting stopped. */
export const countSentenceOf = ({
  count,
  countIsCapped,
}: {
  count?: number;
  countIsCapped?: boolean;
}): string =>
  count === undefined
    ? ''
    : t('instances.count', { count, number: formatCount({ count, isCapped: countIsCapped === true }) });
