import { Temporal } from 'temporal-polyfill';
import type { DateParts } from './parse-date.ts';

/** The moment a date and time mean in a zone, as ISO text; a date alone is the beginning of its day. */
export function localInstant(parts: DateParts, timeZone: string): string {
  const time = parts.time ?? '00:00:00';
  if (parts.offset !== null)
    return new Date(Date.parse(`${parts.date}T${time}Z`) - parts.offset * 60_000).toISOString();
  if (timeZone === 'UTC') return `${parts.date}T${time}Z`;
  const moment = Temporal.PlainDateTime.from(`${parts.date}T${time}`).toZonedDateTime(timeZone);
  return new Date(moment.epochMilliseconds).toISOString();
}
