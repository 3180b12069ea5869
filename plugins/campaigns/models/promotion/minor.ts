import type { Money } from '../../../../core/index.ts';

/** Amounts are reckoned in the smallest unit of the currency, whole numbers below 2^53. */
export const placesOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** `12.30` is 1230 where the currency has two places; further ones are cut off. */
export function toMinor(amount: string, currency: string): number {
  const places = placesOf(currency);
  const [whole = '0', fraction = ''] = amount.split('.');
  return Number(whole + fraction.slice(0, places).padEnd(places, '0'));
}

/** 1230 is `12.30` where the currency has two places. */
export function toMoney(minor: number, currency: string): Money {
  const places = placesOf(currency);
  const digits = String(minor).padStart(places + 1, '0');
  const cut = digits.length - places;
  return { amount: places === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`, currency };
}
