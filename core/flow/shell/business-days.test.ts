import { expect, test } from 'vitest';
import { addWorkingTime, usualCalendar } from '../../calendar.ts';
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
