import { expect, test } from 'vitest';
import { addDuration } from './add-duration.ts';
import { firstDue } from './first-due.ts';
import { nextCycle } from './next-cycle.ts';
import { parseDuration } from './parse-duration.ts';
import { isTimerLiteral, parseTimer } from './parse-timer.ts';

const utc = { timeZone: 'UTC' };
const now = Date.parse('2026-03-02T09:00:00Z');
const iso = (ms: number | undefined): string | null => (ms === undefined ? null : new Date(ms).toISOString());

test.each([
  ['PT1H', { months: 0, days: 0, ms: 3_600_000 }],
  ['P1Y2M', { months: 14, days: 0, ms: 0 }],
  ['P1W2DT0.5S', { months: 0, days: 9, ms: 500 }],
  ['PT90M', { months: 0, days: 0, ms: 5_400_000 }],
  ['P', null],
  ['PT', null],
  ['P1H', null],
  ['PT1X', null],
  ['1 hour', null],
])('the duration %s', (text, expected) => {
  expect(parseDuration(text)).toEqual(expected);
});

test.each([
  ['2026-05-01T09:00:00Z', '2026-05-01T09:00:00.000Z'],
  ['2026-05-01T09:00:00+08:00', '2026-05-01T01:00:00.000Z'],
  ['2026-05-01T09:00', '2026-05-01T01:00:00.000Z'],
  ['2026-05-01', '2026-04-30T16:00:00.000Z'],
  ['2026-05-01/-P30D', '2026-03-31T16:00:00.000Z'],
  ['2026-03-31T09:00:00Z/P1M', '2026-04-30T09:00:00.000Z'],
  ['/-P30D', null],
  ['PT1H', '2026-03-02T10:00:00.000Z'],
  ['P1M', '2026-04-02T09:00:00.000Z'],
  ['R3/PT1H', '2026-03-02T10:00:00.000Z'],
  ['R/2026-03-03T00:00:00Z/P1D', '2026-03-03T00:00:00.000Z'],
  ['cron: 0 9 * * MON-FRI', '2026-03-03T01:00:00.000Z'],
  ['cron: 0 9 * * MON-FRI Europe/Berlin', '2026-03-03T08:00:00.000Z'],
  ['R0/PT1H', null],
  ['2026-13-01', null],
  ['cron: 0 9 * *', null],
  ['soon', null],
])('%s is first due at %s in Shanghai', (text, expected) => {
  expect(iso(firstDue(text, now, { timeZone: 'Asia/Shanghai' })?.due)).toBe(expected);
});

test('a day over the change to summer time has 23 hours', () => {
  const before = Date.parse('2026-03-28T12:00:00+01:00');
  const hours = (addDuration(before, parseDuration('P1D')!, 'Europe/Berlin') - before) / 3_600_000;
  expect(hours).toBe(23);
});

test('a cycle counts down and ends; without a count it goes on', () => {
  const first = firstDue('R2/PT1H', now, utc)!;
  const second = nextCycle(first.cycle!, utc)!;
  expect(second).toEqual({ text: 'R2/PT1H', left: 0, due: now + 7_200_000 });
  expect(nextCycle(second, utc)).toBeNull();
  const endless = firstDue('R/PT1H', now, utc)!;
  expect(nextCycle(nextCycle(endless.cycle!, utc)!, utc)).toMatchObject({ left: -1 });
});

test('what looks like a timer is one, and not a variable', () => {
  expect(['PT1X', 'R3/x', 'cron: x', '2026-05-01'].map(isTimerLiteral)).toEqual([true, true, true, true]);
  expect(['Patience', '$subject.closeDate', 'dueDate', 'Rate'].map(isTimerLiteral)).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect(parseTimer('PT1X', 'UTC')).toBeNull();
});

const week = {
  hours: [
    ...Array.from({ length: 5 }, () => [['09:00', '12:00'] as const, ['13:00', '18:00'] as const]),
    [],
    [],
  ],
  holidays: ['2026-10-01', '2026-10-02'],
};

test.each([
  ['within the morning', '2026-03-02T09:30', 'business: PT2H', '2026-03-02T11:30'],
  ['over lunch', '2026-03-02T11:00', 'business: PT2H', '2026-03-02T14:00'],
  ['over night', '2026-03-02T17:00', 'business: PT8H', '2026-03-03T17:00'],
  ['from the night before', '2026-03-02T03:00', 'business: PT1H', '2026-03-02T10:00'],
  ['over the weekend', '2026-03-06T17:30', 'business: PT1H', '2026-03-09T09:30'],
  ['over holidays and the weekend', '2026-09-30T17:30', 'business: PT1H', '2026-10-05T09:30'],
  ['two working days', '2026-03-05T10:15', 'business: P2D', '2026-03-09T10:15'],
  ['a working day from the weekend', '2026-03-07T10:00', 'business: P1D', '2026-03-10T09:00'],
  ['a day and an hour', '2026-03-02T17:30', 'business: P1DT1H', '2026-03-04T09:30'],
])('business time: %s', (_, from, text, expected) => {
  const timeZone = 'Asia/Shanghai';
  const at = Date.parse(`${from}:00+08:00`);
  const due = firstDue(text, at, { timeZone, calendar: week })!.due;
  expect(new Date(due + 8 * 3_600_000).toISOString().slice(0, 16)).toBe(expected);
});

test('business time cycles, and is nothing where nobody ever works or a month is asked for', () => {
  const place = { timeZone: 'UTC', calendar: week };
  const first = firstDue('business: R2/PT8H', Date.parse('2026-03-02T09:00Z'), place)!;
  expect(iso(nextCycle(first.cycle!, place)!.due)).toBe('2026-03-03T18:00:00.000Z');
  const never = { timeZone: 'UTC', calendar: { hours: [], holidays: [] } };
  expect(firstDue('business: PT1H', now, never)).toBeNull();
  expect(firstDue('business: P1M', now, place)).toBeNull();
});
