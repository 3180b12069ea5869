import { expect, test } from 'vitest';
import { quietUntil } from './quiet-hours.ts';

const hours = { from: '21:00', until: '08:00' };
const at = (moment: string, timeZone: string): string | null => {
  const until = quietUntil({ now: Date.parse(moment), timeZone, hours });
  return until === null ? null : new Date(until).toISOString();
};

test.each([
  ['2026-11-22T12:00:00Z', 'Europe/Berlin', null],
  ['2026-11-22T20:30:00Z', 'Europe/Berlin', '2026-11-23T07:00:00.000Z'],
  ['2026-11-22T04:00:00Z', 'Europe/Berlin', '2026-11-22T07:00:00.000Z'],
  ['2026-11-22T12:59:00Z', 'Asia/Shanghai', null],
  ['2026-11-22T13:00:00Z', 'Asia/Shanghai', '2026-11-23T00:00:00.000Z'],
  // The night in which the clocks go forward is an hour shorter.
  ['2026-03-28T22:00:00Z', 'Europe/Berlin', '2026-03-29T06:00:00.000Z'],
  ['2026-11-22T22:00:00Z', 'Nowhere/Land', '2026-11-23T08:00:00.000Z'],
])('at %s in %s it is quiet until %s', (moment, zone, until) => {
  expect(at(moment, zone)).toBe(until);
});

test('equal times are never quiet, and a quiet noon is one', () => {
  const noon = { from: '12:00', until: '13:00' };
  const now = Date.parse('2026-11-22T12:30:00Z');
  expect(quietUntil({ now, timeZone: 'UTC', hours: noon })).toBe(Date.parse('2026-11-22T13:00:00Z'));
  expect(quietUntil({ now, timeZone: 'UTC', hours: { from: '12:00', until: '12:00' } })).toBeNull();
});
