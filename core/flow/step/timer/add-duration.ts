import { Temporal } from 'temporal-polyfill';
import type { Duration } from './parse-duration.ts';

/**
 * The instant a duration after `from` (milliseconds since 1970). Months and days are those of the calendar in
 * the time zone: `P1D` over the change to summer time is 23 hours.
 */
export const addDuration = (from: number, duration: Duration, timeZone: string): number => {
  if (duration.months === 0 && (duration.days === 0 || timeZone === 'UTC'))
    return from + duration.days * 86_400_000 + duration.ms;
  const day = Temporal.Instant.fromEpochMilliseconds(from)
    .toZonedDateTimeISO(timeZone)
    .add({ months: duration.months, days: duration.days });
  return day.epochMilliseconds + duration.ms;
};
