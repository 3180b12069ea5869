import { formatDate, formatDateTime, formatMoney, type Money } from './format.ts';
import { formatDuration } from './duration.ts';
import { t } from './i18n.ts';
import { locale } from './locale.ts';
import { numberText } from './number-text.ts';
import { shownType, type MetaField } from './meta.ts';
import type { Reference } from './records.ts';
import { referenceName } from './reference-name.ts';

export const isReference = (value: unknown): value is Reference =>
  typeof value === 'object' && value !== null && 'id' in value;

export const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value;

export interface Point {
  lat: number;
  lng: number;
}

export const isPoint = (value: unknown): value is Point =>
  typeof value === 'object' && value !== null && 'lat' in value && 'lng' in value;

const addressParts = ['street', 'line2', 'postalCode', 'city', 'region', 'country'] as const;

export const isAddress = (value: unknown): value is Partial<Record<(typeof addressParts)[number], string>> =>
  typeof value === 'object' && value !== null && addressParts.some((part) => part in value);

export interface FileValue {
  id: string;
  name: string;
  type: string;
  size: number;
  href: string;
}

export const isFile = (value: unknown): value is FileValue =>
  typeof value === 'object' && value !== null && 'name' in value && 'size' in value;

/** That something is there, and where it is asked for. */
export interface SecretValue {
  isSet: true;
  field: string;
  reveal: string;
}

export const isSecret = (value: unknown): value is SecretValue =>
  typeof value === 'object' && value !== null && 'isSet' in value;

export const isEmptyValue = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** A value as plain words, for sentences and titles. */
export function textOfValue(field: MetaField | undefined, value: unknown): string {
  if (isEmptyValue(value)) return t('value.none');
  if (isMoney(value)) return formatMoney(value);
  if (Array.isArray(value)) return value.map((each) => textOfValue(field, each)).join(', ');
  if (isFile(value)) return value.name;
  if (isSecret(value)) return '••••••';
  if (isReference(value)) return referenceName(value);
  if (isPoint(value)) return `${value.lat}, ${value.lng}`;
  if (field?.type === 'address' && isAddress(value)) return addressLine(value);
  if (typeof value === 'object') return JSON.stringify(value);
  return textOfPlain(field, value as string | number | boolean); // objects and lists are answered above
}

function addressLine(value: Partial<Record<(typeof addressParts)[number], string>>): string {
  const { street, line2, postalCode, city, region, country } = value;
  const town = [postalCode, city].filter(Boolean).join(' ');
  const land = country && new Intl.DisplayNames(locale(), { type: 'region' }).of(country);
  return [street, line2, town, region, land].filter(Boolean).join(', ');
}

/** The words of HTML that the server made. */
const plainOf = (markup: string): string =>
  new DOMParser()
    .parseFromString(markup.replaceAll(/<\/(p|li|h\d)>/g, '$& '), 'text/html')
    .body.textContent.trim();

function textOfPlain(field: MetaField | undefined, value: string | number | boolean): string {
  const type = field ? shownType(field) : 'text';
  if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no');
  if (type === 'select' || type === 'multiSelect' || field?.from !== undefined)
    return optionLabel(field, String(value));
  if (type === 'date') return formatDate(String(value));
  if (type === 'dateTime') return formatDateTime(String(value));
  if (type === 'duration' && typeof value === 'number') return formatDuration(value);
  if (type === 'richText') return plainOf(String(value));
  if (typeof value === 'number') return numberText(field, value);
  return String(value);
}

export const optionLabel = (field: MetaField | undefined, value: string): string =>
  field?.options?.find((option) => option.value === value)?.label ?? value;

/** Of a formula, what the type of its value says. */
export const markOf = (field: MetaField): string | undefined => field.mark ?? field.result?.mark;

export const optionColor = (field: MetaField | undefined, value: string): string | undefined =>
  field?.options?.find((option) => option.value === value)?.color;

/** What writing expects: a reference as its id, the rest as it was read. */
export function toWritten(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toWritten);
  if (isMoney(value)) return { amount: value.amount, currency: value.currency };
  return isReference(value) ? value.id : (value ?? null);
}

export function isSameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(toWritten(one)) === JSON.stringify(toWritten(other));
}

/** Numbers and money stand right, in columns. */
export const isNumeric = (field: MetaField): boolean =>
  ['integer', 'decimal', 'money', 'duration'].includes(shownType(field));
