import { inCalendar, isCalendarId } from '../../named-calendar.ts';
import { valueOf } from '../step/expression.ts';
import { Stop } from '../step/incident.ts';
import type { Run } from '../step/run.ts';
import type { Token } from '../step/state.ts';
import type { Place } from '../step/timer/place.ts';

interface Wanted {
  /** The id of a calendar, or JSONata that gives an id or a name; nothing means the company's. */
  calendar: string | undefined;
  /** What the timer says; only business time asks for a calendar. */
  text: string;
  at: string;
}

/** Where the time of a timer is counted: in the calendar that it, its record or its flow names. */
export const calendarOf = (run: Run, token: Token, { calendar, text, at }: Wanted): Place => {
  if (calendar === undefined || !text.trimStart().startsWith('business:')) return run;
  const value = isCalendarId(calendar) ? calendar : valueOf(run, token, calendar, { at });
  const place = value === null || typeof value === 'string' ? inCalendar(run, value) : null;
  if (place !== null) return { calendars: run.calendars, ...place };
  throw new Stop({
    code: 'flow.calendar-unknown',
    params: { element: at, value: typeof value === 'string' ? value : JSON.stringify(value) },
    expression: calendar,
    at,
  });
};
