import { expect, test } from 'vitest';
import { addDays } from '../../data/days.ts';
import { dayOfValue, daysOf, momentOn, mondayOf, movedTo, step } from './calendar-days.ts';
import { lanesOf } from './lanes.ts';

test('a month has whole weeks from Monday on', () => {
  const days = daysOf('month', '2026-11-22');
  expect([days.length, days[0], days.at(-1)]).toEqual([42, '2026-10-26', '2026-12-06']);
  expect(daysOf('month', '2027-02-10')).toHaveLength(28);
  expect(daysOf('week', '2026-11-22')).toEqual(daysOf('week', '2026-11-16'));
  expect([mondayOf('2026-11-22'), addDays('2026-12-31', 1), step('month', '2026-01-31', 1)]).toEqual([
    '2026-11-16',
    '2027-01-01',
    '2026-02-01',
  ]);
});

test('what moves to another day keeps its time of day', () => {
  expect(movedTo('2026-11-22', '2026-11-25')).toBe('2026-11-25');
  const at = new Date(2026, 10, 22, 9, 30).toISOString();
  const moved = movedTo(at, '2026-11-25');
  expect(new Date(moved)).toEqual(new Date(2026, 10, 25, 9, 30));
  expect(dayOfValue(moved)).toBe('2026-11-25');
  expect(dayOfValue(null)).toBeUndefined();
});

test('what lasts several days stands at one height through the week, and single days fill the gaps', () => {
  const week = daysOf('week', '2026-11-16');
  const entry = (item: string, first: number, last = first) => ({
    ...{ item, first: `2026-11-${first}`, last: `2026-11-${last}` },
  });
  const lanes = lanesOf(
    [entry('call', 18), entry('one', 10, 17), entry('two', 17, 30), entry('far', 25)],
    week,
  );
  const names = [...lanes.values()].map((day) => day.map((one) => one?.item));
  expect(names).toEqual([
    ['one'],
    ['one', 'two'],
    ['call', 'two'],
    ...Array.from({ length: 4 }, () => [undefined, 'two']),
  ]);
});

test('what is new on a day is at nine, and today not in the past', () => {
  const now = new Date(2026, 10, 22, 14, 20);
  expect(new Date(momentOn('2026-11-25', now))).toEqual(new Date(2026, 10, 25, 9));
  expect(new Date(momentOn('2026-11-22', now))).toEqual(new Date(2026, 10, 22, 15));
});
