import { addWorkingTime, usualCalendar } from '../../../calendar.ts';
import { inCalendar, type Place as AnyPlace } from '../../../named-calendar.ts';
import { addDuration } from './add-duration.ts';
import type { Duration } from './parse-duration.ts';

/** Where the time of a timer is counted: the company's, or that of the calendar it goes by. */
export interface Place extends AnyPlace {
  /** The id of the calendar it goes by; the company's when absent. */
  id?: string | undefined;
}

/** The place that a cycle goes on in; the company's where its calendar is no more. */
export const placeOf = (place: Place, id: string | undefined): Place =>
  (id === undefined ? null : inCalendar(place, id)) ?? place;

/** The instant a duration after `from`, in business time or by the clock; null where that never comes. */
export const after = (
  from: number,
  { duration, isBusiness }: { duration: Duration; isBusiness?: true },
  { timeZone, calendar = usualCalendar }: Place,
): number | null =>
  isBusiness ? addWorkingTime(from, duration, { calendar, timeZone }) : addDuration(from, duration, timeZone);
