/**
 * Money is two columns: the amount in major units as `numeric(19,4)` and the ISO 4217 currency. Four places hold
 * every currency's minor units, so that one index orders amounts and `amount >= 100` means the same in yen and in
 * dinars, and any SQL tool reads it; a value with more places than its currency has is refused.
 */
import {
  parsed,
  refused,
  type CommonOptions,
  type Field,
  type FieldTypeSpec,
  type Given,
  type Parsed,
} from './field-type.ts';

export interface Money {
  amount: string;
  currency: string;
}

export const moneyType: FieldTypeSpec = {
  type: 'money',
  kind: 'number',
  isSortable: true,
  columns: () => [
    { suffix: '', type: 'numeric(19,4)' },
    { suffix: '_currency', type: 'text' },
  ],
  parse(value, _field, context) {
    if (typeof value !== 'object') return parseAmount(value, context.currency);
    // Checked member by member below; null never comes here.
    const { amount, currency = context.currency, ...rest } = value as Partial<Money>;
    if (Object.keys(rest).length > 0 || typeof currency !== 'string') return refused('not-money');
    return parseAmount(amount, currency);
  },
  toColumns(value) {
    // The canonical form that `parse` gave.
    const { amount, currency } = value as Money;
    return [amount, currency];
  },
  fromColumns: ([amount, currency]) => canonical(String(amount), String(currency ?? 'XXX')),
};

function parseAmount(value: unknown, currency: string): Parsed {
  const text = typeof value === 'number' && Number.isFinite(value) ? plain(value) : value;
  if (typeof text !== 'string' || !/^\s*[+-]?\d{1,15}(\.\d+)?\s*$/.test(text)) return refused('not-money');
  const places = currencyPlaces(currency);
  if (places === undefined) return refused('currency-unknown', { currency });
  const decimals = (text.trim().split('.')[1] ?? '').replace(/0+$/, '').length;
  if (decimals > places) return refused('money-places', { currency, places });
  return parsed(canonical(text.trim().replace('+', ''), currency));
}

/** Numbers such as 1e-7 or 0.1 + 0.2 in plain notation, cut to the places money has. */
const plain = (value: number): string => value.toFixed(4).replace(/\.?0+$/, '');

/** Always with exactly the places of the currency: `12.50` USD, `1200` JPY. */
function canonical(amount: string, currency: string): Money {
  const places = currencyPlaces(currency) ?? 2;
  const [whole = '0', fraction = ''] = amount.split('.');
  const kept = fraction.slice(0, Math.max(places, fraction.replace(/0+$/, '').length)).padEnd(places, '0');
  const sign = whole.startsWith('-') && /[1-9]/.test(whole + kept) ? '-' : '';
  const digits = whole.replace('-', '').replace(/^0+(?=\d)/, '');
  return { amount: `${sign}${digits}${kept === '' ? '' : `.${kept}`}`, currency };
}

/** As the API shows it, from PostgreSQL's numeric text. */
export const moneyOf = (amount: string, currency: string | null): Money =>
  canonical(amount, currency ?? 'XXX');

const known = new Set(Intl.supportedValuesOf('currency'));
const places = new Map<string, number>();

/** Decimal places of an ISO 4217 currency; undefined when there is no such currency. */
export function currencyPlaces(currency: string): number | undefined {
  if (!known.has(currency)) return undefined;
  const found = places.get(currency);
  if (found !== undefined) return found;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const count = format.resolvedOptions().maximumFractionDigits ?? 2;
  places.set(currency, count);
  return count;
}

/** An exact amount with its currency. */
export const money = <const O extends CommonOptions<Money | number>>(
  options?: O,
): Field<Given<Money, O>> => ({ ...options, type: 'money' });
