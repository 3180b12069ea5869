import { addDays, dateOf, dayText } from '../../data/days.ts';

/** Weeks begin on Monday. */
export type Span = 'month' | 'week';

export const mondayOf = (day: string): string => addDays(day, -((dateOf(day).getDay() + 6) % 7));

/** Whole weeks: those of the month, or the one. */
export function daysOf(span: Span, day: string): string[] {
  if (span === 'week') return Array.from({ length: 7 }, (_, index) => addDays(mondayOf(day), index));
  const date = dateOf(day);
  const first = mondayOf(dayText(new Date(date.getFullYear(), date.getMonth(), 1)));
  const last = dayText(new Date(date.getFullYear(), date.getMonth() + 1, 0));
  const days: string[] = [];
  for (let at = first; at <= last || days.length % 7 !== 0; at = addDays(at, 1)) days.push(at);
  return days;
}

export function step(span: Span, day: string, by: number): string {
  if (span === 'week') return addDays(day, by * 7);
  const date = dateOf(day);
  return dayText(new Date(date.getFullYear(), date.getMonth() + by, 1));
}

/** The local day of a date or a point in time. */
export const dayOfValue = (value: unknown): string | undefined =>
  typeof value !== 'string' || value === ''
    ? undefined
    : value.length <= 10
      ? value
      : dayText(new Date(value));

/** The same time of day on another day; a date is only the day. */
export function movedTo(value: unknown, day: string): string {
  if (typeof value !== 'string' || value.length <= 10) return day;
  const time = new Date(value);
  const to = dateOf(day);
  to.setHours(time.getHours(), time.getMinutes(), time.getSeconds());
  return to.toISOString();
}

/** What a new record of a day begins with: the day, or a moment of it. */
export const newOn = (day: string, type: string | undefined): string =>
  type === 'dateTime' ? momentOn(day) : day;

/** When something new on a day is to be: at nine in the morning, or in the next full hour where that is past. */
export function momentOn(day: string, now = new Date()): string {
  const at = dateOf(day);
  const isPast = day === dayText(now) && now.getHours() >= 9;
  at.setHours(isPast ? now.getHours() + 1 : 9, 0, 0, 0);
  return at.toISOString();
}
