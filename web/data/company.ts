import { api } from './client.ts';

/** Begin and end of a time of work: `["09:00", "17:00"]`. */
export type Interval = readonly [string, string];

export interface Calendar {
  /** Seven days from Monday on. */
  hours: Interval[][];
  /** Dates on which nobody works. */
  holidays: string[];
}

/** A further one: of a team, a country, a promise. */
export interface NamedCalendar extends Calendar {
  id: string;
  name: string;
  timeZone?: string | undefined;
}

export interface Company {
  name: string;
  timeZone: string;
  currency: string;
  calendar: Calendar;
  calendars: NamedCalendar[];
  /** How long is kept what messages said; for good when null. */
  messageDays: number | null;
}

export const readCompany = (): Promise<Company> => api.get('/api/company');

export const saveCompany = (company: Partial<Company>): Promise<Company> =>
  api.patch('/api/company', company);

/** A calendar that begins as the company's, under an id that is free. */
export const newCalendar = (
  name: string,
  { usual, taken }: { usual: Calendar; taken: readonly NamedCalendar[] },
): NamedCalendar => {
  const used = new Set(taken.map(({ id }) => id));
  let number = taken.length + 1;
  while (used.has(`calendar-${number}`)) number++;
  return { id: `calendar-${number}`, name, hours: usual.hours, holidays: usual.holidays };
};

/** Each begins after the one before has ended. */
export const isInOrder = (day: readonly Interval[]): boolean =>
  day.flat().every((time, index, all) => time !== '' && (index === 0 || all[index - 1]! < time));

/** Hours of work in a week, for a person who checks what was typed. */
export const weeklyHours = (hours: readonly (readonly Interval[])[]): number =>
  hours.flat().reduce((sum, [from, to]) => sum + Math.max(0, minutesOf(to) - minutesOf(from)), 0) / 60;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const leastWithBreak = 6;

/** A break of an hour at noon where that is within, else about the middle; undefined for a day that is too short. */
export function withBreak([from, to]: Interval): Interval[] | undefined {
  const [first, last] = [Number(from.slice(0, 2)), Number(to.slice(0, 2))];
  if (last - first < leastWithBreak) return undefined;
  const at = first < 12 && last > 13 ? 12 : Math.floor((first + last) / 2);
  const hour = (count: number): string => `${String(count).padStart(2, '0')}:00`;
  return [
    [from, hour(at)],
    [hour(at + 1), to],
  ];
}
