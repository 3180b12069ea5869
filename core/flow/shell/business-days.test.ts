import { expect, test } from 'vitest';
import { addWorkingTime, usualCalendar, workingTimeBetween } from '../../calendar.ts';
import { businessDays } from './business-days.ts';

const calendar = { ...usualCalendar, holidays: ['2026-10-01', '2026-10-02', '2026-10-03'] };

test.each([
  ['within a week', '2026-03-02', '2026-03-05', 3],
  ['over a weekend', '2026-03-06', '2026-03-09', 1],
  ['over holidays', '2026-09-30', '2026-10-05', 1],
  ['a year', '2026-01-01', '2027-01-01', 259],
  ['backwards', '2026-03-05', '2026-03-02', -3],
  ['the same day', '2026-03-05', '2026-03-05', 0],
])('working days: %s', (_, from, to, expected) => {
  expect(businessDays(from, to, calendar)).toBe(expected);
});

test('three quarters of what rested for an odd time end on a whole millisecond', () => {
  const monday = Date.parse('2026-03-02T09:00:00Z');
  expect(addWorkingTime(monday, { days: 0, ms: 0.75 * 3_600_002 }, { calendar, timeZone: 'UTC' })).toBe(
    monday + 2_700_002,
  );
});

test('a night shift goes on past midnight, and who always works has days of 24 hours', () => {
  const day = [['00:00', '24:00']] as const;
  const night = {
    hours: [[['22:00', '24:00']], [['00:00', '06:00']], [], [], [], [], []],
    holidays: [],
  } as const;
  const always = { hours: [day, day, day, day, day, day, day], holidays: [] };
  const monday = Date.parse('2026-03-02T21:00:00Z');
  const hour = 3_600_000;
  const timeZone = 'UTC';
  expect(addWorkingTime(monday, { days: 0, ms: 5 * hour }, { calendar: night, timeZone })).toBe(
    monday + 6 * hour,
  );
  expect(workingTimeBetween(monday, monday + 48 * hour, { calendar: night, timeZone })).toBe(8 * hour);
  expect(addWorkingTime(monday, { days: 2, ms: 30 * hour }, { calendar: always, timeZone })).toBe(
    monday + 78 * hour,
  );
});
