import { Temporal } from 'temporal-polyfill';
import type { Rhythm } from './subscription.ts';

/** Before the work of the day begins, where the reader is. */
const hour = 7;

/** The next seven o'clock after `now`: of any day, of a Monday, of the first of a month. */
export function nextDue(rhythm: Rhythm, { now, timeZone }: { now: number; timeZone: string }): number {
  let day = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
  for (;;) {
    const at = day.toZonedDateTime({ timeZone, plainTime: { hour } }).epochMilliseconds;
    const fits = rhythm === 'day' || (rhythm === 'week' ? day.dayOfWeek === 1 : day.day === 1);
    if (at > now && fits) return at;
    day = day.add({ days: 1 });
  }
}
