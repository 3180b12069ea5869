import { formatDuration } from '../../web/data/i18n.ts';
import { locale } from '../../web/data/locale.ts';

/** A duration as short as it is exact: what the system does in a moment is not “0 minutes”. */
export const durationWords = (milliseconds: number): string => {
  if (milliseconds >= 60_000) return formatDuration(milliseconds);
  const isMoment = milliseconds < 1_000;
  return new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit: isMoment ? 'millisecond' : 'second',
    unitDisplay: 'narrow',
    maximumFractionDigits: milliseconds < 10_000 && !isMoment ? 1 : 0,
  }).format(isMoment ? milliseconds : milliseconds / 1_000);
};
