import { Temporal } from 'temporal-polyfill';

const pattern = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?(Z|[+-]\d{2}:?\d{2})?$/;

/** Milliseconds since 1970 of an ISO 8601 date or time; without an offset, in the time zone. Null when it is none. */
export const parseInstant = (text: string, timeZone: string): number | null => {
  const parts = pattern.exec(text);
  if (parts === null) return null;
  const [, date, time = '00:00', offset] = parts;
  if (offset !== undefined) {
    const at = Date.parse(`${date}T${time}${offset}`);
    return Number.isNaN(at) ? null : at;
  }
  try {
    return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone).epochMilliseconds;
  } catch {
    return null;
  }
};
