import { addWorkingTime, usualCalendar } from '../../../calendar.ts';
import type { Calendar } from '../../../calendar.ts';
import { addDuration } from './add-duration.ts';
import type { Duration } from './parse-duration.ts';

/** Where time is counted: the company's time zone, and when it works. */
export interface Place {
  timeZone: string;
  /** The usual week when absent. */
  calendar?: Calendar | undefined;
}

/** The instant a duration after `from`, in business time or by the clock; null where that never comes. */
export const after = (
  from: number,
  { duration, isBusiness }: { duration: Duration; isBusiness?: true },
  { timeZone, calendar = usualCalendar }: Place,
): number | null =>
  isBusiness ? addWorkingTime(from, duration, { calendar, timeZone }) : addDuration(from, duration, timeZone);
