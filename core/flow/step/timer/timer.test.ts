import { expect, test } from 'vitest';
import { addDuration } from './add-duration.ts';
import { firstDue } from './first-due.ts';
import { nextCycle } from './next-cycle.ts';
import { parseDuration } from './parse-duration.ts';
import { isTimerLiteral, parseTimer } from './parse-timer.ts';

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
  expect(iso(firstDue(text, now, 'Asia/Shanghai')?.due)).toBe(expected);
});

test('a day over the change to summer time has 23 hours', () => {
  const before = Date.parse('2026-03-28T12:00:00+01:00');
  const hours = (addDuration(before, parseDuration('P1D')!, 'Europe/Berlin') - before) / 3_600_000;
  expect(hours).toBe(23);
});

test('a cycle counts down and ends; without a count it goes on', () => {
  const first = firstDue('R2/PT1H', now, 'UTC')!;
  const second = nextCycle(first.cycle!, 'UTC')!;
  expect(second).toEqual({ text: 'R2/PT1H', left: 0, due: now + 7_200_000 });
  expect(nextCycle(second, 'UTC')).toBeNull();
  const endless = firstDue('R/PT1H', now, 'UTC')!;
  expect(nextCycle(nextCycle(endless.cycle!, 'UTC')!, 'UTC')).toMatchObject({ left: -1 });
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
