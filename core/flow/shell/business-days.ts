import { Temporal } from 'temporal-polyfill';
import { workOn, type Calendar } from '../../calendar.ts';

/** Days of work after the first date, up to and with the second; negative backwards. */
export function businessDays(from: string, to: string, calendar: Calendar): number {
  const [start, end] = [dateOf(from), dateOf(to)];
  if (Temporal.PlainDate.compare(end, start) < 0) return -businessDays(to, from, calendar);
  const days = start.until(end).days;
  const inWeek = calendar.hours.filter((day) => day.length > 0).length;
  let count = Math.floor(days / 7) * inWeek;
  for (let rest = 0; rest < days % 7; rest++)
    if (worksUsually(calendar, end.subtract({ days: rest }))) count++;
  const lost = [...new Set(calendar.holidays)].filter(isLost(start, end, calendar));
  return count - lost.length;
}

const dateOf = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text.slice(0, 10));

const worksUsually = (calendar: Calendar, date: Temporal.PlainDate): boolean =>
  workOn({ ...calendar, holidays: [] }, date).length > 0;

/** A holiday between the dates, on a day of work. */
const isLost =
  (start: Temporal.PlainDate, end: Temporal.PlainDate, calendar: Calendar) =>
  (holiday: string): boolean => {
    const date = Temporal.PlainDate.from(holiday);
    const isBetween =
      Temporal.PlainDate.compare(date, start) > 0 && Temporal.PlainDate.compare(date, end) <= 0;
    return isBetween && worksUsually(calendar, date);
  };
