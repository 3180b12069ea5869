/** Days of the calendar as text, `2026-11-22`; they know no zone. */
import { addDays } from '../../../../core/index.ts';

/** The same day of another month; the last one where that month is shorter. */
export const addMonths = (day: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
};

/** Every day from the first to the last, both among them. */
export const daysBetween = (first: string, last: string): string[] => {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
};

/** The day of each year that `day` is, on or after `from`. Who is born on 29 February celebrates on the 28th. */
export const nextYearly = (day: string, from: string): string => {
  const year = Number(from.slice(0, 4));
  const [now, later] = [year, year + 1].map((one) => addMonths(day, (one - Number(day.slice(0, 4))) * 12));
  return now! >= from ? now! : later!;
};

/** The moment at which a full hour of a day is in a zone, in milliseconds since 1970; one that a clock leaves out is the next. */
export const instantOf = (day: string, hour: number, timeZone: string): number => {
  const wall = Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000;
  const words = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const offset = (time: number): number => Date.parse(`${words.format(time).replace(' ', 'T')}Z`) - time;
  return wall - offset(wall - offset(wall));
};
