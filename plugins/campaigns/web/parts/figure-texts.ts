import { formatMoney, formatNumber, type Money } from '../../../../web/index.ts';

export const share = (part: number, of: number): string =>
  of === 0 ? '' : formatNumber(part / of, { style: 'percent', maximumFractionDigits: 1 });
export const withShare = (part: number, of: number): string =>
  [formatNumber(part), share(part, of)].filter(Boolean).join(' · ');
export const moneyText = (all: readonly Money[]): string =>
  all.length === 0 ? '–' : all.map((one) => formatMoney(one)).join(' + ');
