/** When people work: what business time is counted in. Pure; times are milliseconds since 1970. */
import { Temporal } from 'temporal-polyfill';

export interface Calendar {
  /** Seven days from Monday on; of each, the times of work in order: `[["09:00","12:00"],["13:00","24:00"]]`. */
  hours: readonly (readonly (readonly [string, string])[])[];
  /** Dates on which nobody works: `2026-10-01`. */
  holidays: readonly string[];
}

/** Milliseconds since 1970, and lengths of working time in milliseconds. */
export interface WorkingTime {
  /** Null where nobody works so long. */
  after(from: number, length: number): number | null;
  between(from: number, to: number): number;
}

const nineToFive = [['09:00', '17:00']] as const;

export const usualCalendar: Calendar = {
  hours: [nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, [], []],
  holidays: [],
};

/** The times of work of a date; none on holidays. */
export const workOn = (calendar: Calendar, date: Temporal.PlainDate): Calendar['hours'][number] =>
  calendar.holidays.includes(date.toString()) ? [] : (calendar.hours[date.dayOfWeek - 1] ?? []);

/** Ten years: where nobody works that long, nobody ever does. */
const mostDays = 3_660;

/**
 * The instant after `days` working days and `ms` of working time, to the millisecond; null where the calendar never comes to it. Counted
 * from the first moment of work at or after `from`; a day later is the same time of day, or the next moment of work.
 */
export const addWorkingTime = (
  from: number,
  { days, ms }: { days: number; ms: number },
  { calendar, timeZone }: { calendar: Calendar; timeZone: string },
): number | null => {
  const local = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone).toPlainDateTime();
  let open = nextOpen(calendar, local);
  for (let left = days; left > 0 && open !== null; left--) {
    const nextDay = nextOpen(calendar, open.start.toPlainDate().add({ days: 1 }).toPlainDateTime());
    open = nextDay && nextOpen(calendar, nextDay.start.withPlainTime(open.start.toPlainTime()));
  }
  for (let left = ms; open !== null; open = nextOpen(calendar, open.end)) {
    const length: number = open.start.until(open.end).total('milliseconds');
    if (left <= length)
      return open.start.add({ milliseconds: Math.round(left) }).toZonedDateTime(timeZone).epochMilliseconds;
    left -= length;
  }
  return null;
};

/** The working time between two instants, in milliseconds; 0 where the second is not later. */
export const workingTimeBetween = (
  from: number,
  to: number,
  { calendar, timeZone }: { calendar: Calendar; timeZone: string },
): number => {
  const local = (at: number): Temporal.PlainDateTime =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDateTime();
  const last = local(to);
  let sum = 0;
  for (let open = nextOpen(calendar, local(from)); open !== null; open = nextOpen(calendar, open.end)) {
    if (Temporal.PlainDateTime.compare(open.start, last) >= 0) break;
    const end = Temporal.PlainDateTime.compare(open.end, last) > 0 ? last : open.end;
    sum += open.start.until(end).total('milliseconds');
    if (end === last) break;
  }
  return sum;
};

interface Open {
  start: Temporal.PlainDateTime;
  end: Temporal.PlainDateTime;
}

/** What is left of the time of work at or after a moment. */
const nextOpen = (calendar: Calendar, from: Temporal.PlainDateTime): Open | null => {
  for (let days = 0; days < mostDays; days++) {
    const date = from.toPlainDate().add({ days });
    for (const [begin, finish] of workOn(calendar, date)) {
      const start = date.toPlainDateTime(begin);
      const end = finish === '24:00' ? date.add({ days: 1 }).toPlainDateTime() : date.toPlainDateTime(finish);
      if (Temporal.PlainDateTime.compare(end, from) <= 0) continue;
      return { start: Temporal.PlainDateTime.compare(start, from) > 0 ? start : from, end };
    }
  }
  return null;
};
