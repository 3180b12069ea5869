import type { Money } from '../../../../core/index.ts';

/** Amounts are reckoned in the smallest unit of the currency, whole numbers below 2^53. */
export const placesOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

export function toMinor(amount: string, currency: string): number {
  const places = placesOf(currency);
  const [whole = '0', fraction = ''] = amount.split('.');
  return Number(whole + fraction.slice(0, places).padEnd(places, '0'));
}

export function toMoney(minor: number, currency: string): Money {
  const places = placesOf(currency);
  const digits = String(minor).padStart(places + 1, '0');
  const cut = digits.length - places;
  return { amount: places === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`, currency };
}
