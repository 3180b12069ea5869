/** Calendars beside the company's own: of a team, a country, a promise made to customers. */
import { usualCalendar, type Calendar } from './calendar.ts';

export interface NamedCalendar extends Calendar {
  /** Small letters, digits and hyphens: what flows and records name it by. */
  id: string;
  name: string;
  /** IANA zone that its hours are meant in; the company's when absent. */
  timeZone?: string | undefined;
}

/** Where time is counted. */
export interface Place {
  /** The company's. */
  timeZone: string;
  /** When the company works; the usual week when absent. */
  calendar?: Calendar | undefined;
  /** Further ones that can be asked for. */
  calendars?: readonly NamedCalendar[] | undefined;
}

/** The company's own, where a calendar is asked for by name. */
export const companyCalendar = 'company';

/** As an id is written; what is written otherwise in a flow is an expression. */
export const isCalendarId = (text: string): boolean => /^[a-z][a-z0-9-]{0,59}$/.test(text);

/**
 * The place whose time goes by the calendar that is asked for by id or by name; `company`, nothing and an empty text
 * mean the company's own. Null where there is no such calendar.
 */
export const inCalendar = (
  place: Place,
  wanted: string | null | undefined,
): { timeZone: string; calendar: Calendar; id?: string } | null => {
  const { timeZone, calendar = usualCalendar, calendars = [] } = place;
  const name = wanted?.trim() ?? '';
  if (name === '' || name === companyCalendar) return { timeZone, calendar };
  const found =
    calendars.find(({ id }) => id === name) ??
    calendars.find((each) => each.name.toLowerCase() === name.toLowerCase());
  return found ? { timeZone: found.timeZone ?? timeZone, calendar: found, id: found.id } : null;
};
