import { locale } from './locale.ts';

export interface Money {
  amount: string | number;
  currency: string;
}

const day = 86_400_000;
const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>();

export function formatNumber(value: number | string, options: Intl.NumberFormatOptions = {}): string {
  return numberFormat(options).format(value as number); // Intl reads decimal text exactly; its type says number
}

/** `$12.50`, `$1,200`: decimals only where there are some. */
export function formatMoney(money: Money, options: Intl.NumberFormatOptions = {}): string {
  return formatNumber(money.amount, {
    style: 'currency',
    currency: money.currency,
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
    ...options,
  });
}

/** `7 Mar`, with the year when it is not this one. Dates are `YYYY-MM-DD` or an instant. */
export function formatDate(value: string | Date, now = new Date()): string {
  const date = toDate(value);
  const isThisYear = date.getFullYear() === now.getFullYear();
  return dateFormat({
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' as const }),
  }).format(date);
}

/** `Mar`; 1 is January. */
export const monthName = (month: number): string =>
  dateFormat({ month: 'short' }).format(new Date(2000, month - 1, 1));

export function formatDateTime(value: string | Date): string {
  return dateFormat({ dateStyle: 'long', timeStyle: 'short' }).format(toDate(value));
}

/** `3:00 PM`. */
export const formatTime = (value: string | Date): string =>
  dateFormat({ timeStyle: 'short' }).format(toDate(value));

/** Full date for hovering: a day has no time of day. */
export function formatExact(value: string): string {
  return isDay(value) ? dateFormat({ dateStyle: 'full' }).format(toDate(value)) : formatDateTime(value);
}

/** `in 3 days`, `2 hours ago`; beyond 30 days the date itself. */
export function formatRelative(value: string | Date, now = new Date()): string {
  const date = toDate(value);
  const isDayOnly = typeof value === 'string' && isDay(value);
  const days = Math.round((startOfDay(date) - startOfDay(now)) / day);
  if (Math.abs(days) > 30) return formatDate(value, now);
  if (isDayOnly || Math.abs(days) > 1) return relativeFormat().format(days, 'day');
  const minutes = Math.round((date.getTime() - now.getTime()) / 60_000);
  if (Math.abs(minutes) < 1) return relativeFormat().format(0, 'second');
  if (Math.abs(minutes) < 60) return relativeFormat().format(minutes, 'minute');
  if (days === 0 || Math.abs(minutes) < 12 * 60)
    return relativeFormat().format(Math.round(minutes / 60), 'hour');
  return relativeFormat().format(days, 'day');
}

/** Milliseconds as `3 d 2 h`: the two largest units. */
export function formatDuration(milliseconds: number): string {
  const minutes = Math.max(0, Math.round(milliseconds / 60_000));
  const parts: [number, string][] = [
    [Math.floor(minutes / 1440), 'day'],
    [Math.floor((minutes % 1440) / 60), 'hour'],
    [minutes % 60, 'minute'],
  ];
  const first = parts.findIndex(([amount]) => amount > 0);
  const shown = first < 0 ? parts.slice(2) : parts.slice(first, first + 2).filter(([amount]) => amount > 0);
  return shown
    .map(([amount, unit]) => formatNumber(amount, { style: 'unit', unit, unitDisplay: 'narrow' }))
    .join(' ');
}

/** A day is local midnight, so that it never shifts by the time zone. */
export function toDate(value: string | Date): Date {
  if (value instanceof Date) return value;
  return isDay(value) ? new Date(`${value}T00:00:00`) : new Date(value);
}

export const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return cached(`n${locale()}${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale(), options));
}

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return cached(`d${locale()}${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale(), options));
}

function relativeFormat(): Intl.RelativeTimeFormat {
  return cached(`r${locale()}`, () => new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }));
}

function cached<T extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>(
  key: string,
  make: () => T,
): T {
  const found = cache.get(key);
  if (found) return found as T; // the key's first letter says which formatter it is
  const made = make();
  cache.set(key, made);
  return made;
}
