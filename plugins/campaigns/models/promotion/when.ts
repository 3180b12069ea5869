/** Whether a promotion is on, by the clock of its own zone: `2026-11-27 09:00` compares like the time it is. */
export interface Span {
  startsOn: string | null;
  startsAt: string | null;
  endsOn: string | null;
  endsAt: string | null;
  timeZone: string;
}

export type When =
  | { isOn: true }
  | { isOn: false; code: 'promotion-not-started' | 'promotion-over'; day: string };

/** `now` in milliseconds since 1970. Without times of day it begins with its first day and ends with its last. */
export function whenOf({ startsOn, startsAt, endsOn, endsAt, timeZone }: Span, now: number): When {
  const clock = clockIn(timeZone, now);
  const from = startsOn && `${startsOn} ${startsAt ?? '00:00'}`;
  const until = endsOn && `${endsOn} ${endsAt ?? '24:00'}`;
  if (from && clock < from) return { isOn: false, code: 'promotion-not-started', day: `${from} ${timeZone}` };
  if (until && clock >= until) return { isOn: false, code: 'promotion-over', day: `${until} ${timeZone}` };
  return { isOn: true };
}

/** Sweden writes the date as ISO 8601 has it. */
const clockIn = (timeZone: string, now: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(now);
