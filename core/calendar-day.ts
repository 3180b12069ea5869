/** Days of the calendar as fields of dates hold them: `2026-11-22`, of no zone. */

/** The day that a moment, in milliseconds since 1970, is by the clock of an IANA zone. */
export const dayIn = (time: number, timeZone = 'UTC'): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(time);

/** So many days later; earlier where `days` are below nothing. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
