/**
 * An address is two columns: the whole on one line, by which it is searched, sorted and filtered, and its parts. A
 * bare text is taken for the street.
 */
import {
  parsed,
  refused,
  type CommonOptions,
  type Field,
  type FieldTypeSpec,
  type Given,
} from './field-type.ts';
import { plainText } from './plain-text.ts';

const names = ['street', 'line2', 'postalCode', 'city', 'region', 'country'] as const;

/** `country` is an ISO 3166 code of two letters. */
export type Address = Partial<Record<(typeof names)[number], string>>;

const longest = 200;

export const addressType: FieldTypeSpec = {
  type: 'address',
  kind: 'text',
  isSortable: true,
  columns: () => [
    { suffix: '', type: 'text' },
    { suffix: '_parts', type: 'jsonb' },
  ],
  parse(value) {
    if (typeof value === 'string') return parseParts({ street: value });
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return refused('not-address');
    return parseParts(value as Record<string, unknown>);
  },
  toColumns: (value) => [addressText(value), JSON.stringify(value)],
  fromColumns: ([line, parts]) => (parts === null ? { street: String(line) } : parts),
  text: addressText,
};

function parseParts(value: Record<string, unknown>) {
  const address: Address = {};
  for (const [name, part] of Object.entries(value)) {
    const known = names.find((one) => one === name);
    if (!known) return refused('not-address');
    if (part === null || part === undefined) continue;
    const text = plainText(part, longest);
    if (!text.ok) return text;
    if (text.value !== null) address[known] = String(text.value);
  }
  if (address.country !== undefined) {
    const code = address.country.toUpperCase();
    if (!isCountry(code)) return refused('country-unknown', { country: address.country.slice(0, 40) });
    address.country = code;
  }
  const inOrder = names.filter((name) => address[name] !== undefined);
  return parsed(
    inOrder.length === 0 ? null : Object.fromEntries(inOrder.map((name) => [name, address[name]])),
  );
}

const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const isCountry = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) && !['ZZ', 'EU', 'UN', 'EZ'].includes(code) && countries.of(code) !== undefined;

/** The canonical form, on one line. */
function addressText(value: unknown): string {
  const { street, line2, postalCode, city, region, country } = value as Address;
  const town = [postalCode, city].filter(Boolean).join(' ');
  return [street, line2, town, region, country].filter(Boolean).join(', ');
}

/** Street, town and country. */
export const address = <const O extends CommonOptions<Address>>(options?: O): Field<Given<Address, O>> => ({
  ...options,
  type: 'address',
});
