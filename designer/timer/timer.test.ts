import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTimer } from './read-timer.ts';
import { units, weekdays, type Timer, type TimerProperty } from './timer.ts';
import { writeTimer } from './write-timer.ts';

describe('timer', () => {
  it.each<[TimerProperty, string, Timer]>([
    ['timeDuration', 'P3D', { kind: 'after', amount: 3, unit: 'days', isBusiness: false }],
    ['timeDuration', 'PT15M', { kind: 'after', amount: 15, unit: 'minutes', isBusiness: false }],
    ['timeDuration', 'business: PT8H', { kind: 'after', amount: 8, unit: 'hours', isBusiness: true }],
    ['timeDate', '2026-12-24T09:00:00Z', { kind: 'at', date: '2026-12-24T09:00:00Z' }],
    [
      'timeDate',
      "$subject.ends & '/-P30D'",
      { kind: 'around', path: '$subject.ends', amount: 30, unit: 'days', isBefore: true },
    ],
    ['timeCycle', 'R3/PT1H', { kind: 'every', amount: 1, unit: 'hours', times: 3 }],
    ['timeCycle', 'R/P1W', { kind: 'every', amount: 1, unit: 'weeks', times: null }],
    [
      'timeCycle',
      'cron: 0 9 * * MON-FRI Asia/Shanghai',
      { kind: 'weekly', days: ['MON', 'TUE', 'WED', 'THU', 'FRI'], time: '09:00', zone: 'Asia/Shanghai' },
    ],
    [
      'timeCycle',
      'cron: 30 8 15 * * Asia/Shanghai',
      { kind: 'monthly', day: 15, time: '08:30', zone: 'Asia/Shanghai' },
    ],
  ])('reads %s %s', (property, source, timer) => {
    expect(readTimer({ property, source })).toEqual(timer);
  });

  it.each<[TimerProperty, string]>([
    ['timeDuration', 'P1DT2H'],
    ['timeDuration', '$subject.patience'],
    ['timeDate', '$subject.closeDate'],
    ['timeCycle', 'cron: */5 * * * *'],
    ['timeCycle', 'R3/2026-01-01T00:00:00Z/PT1H'],
    ['timeCycle', 'cron: 0 9 * * FRI-MON'],
    ['timeCycle', 'cron: 0 9 1 * MON'],
  ])('keeps %s %s as it is written', (property, source) => {
    const timer = readTimer({ property, source });

    expect(timer).toEqual({ kind: 'expression', property, source });
    expect(writeTimer(timer)).toEqual({ property, source });
  });

  it('reads back whatever it writes', () => {
    const amount = fc.integer({ min: 1, max: 999 });
    const unit = fc.constantFrom(...units);
    const clock = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
    const timers: fc.Arbitrary<Timer> = fc.oneof(
      fc.record({ kind: fc.constant('after' as const), amount, unit, isBusiness: fc.boolean() }),
      fc.record({
        kind: fc.constant('around' as const),
        path: fc.constantFrom('$subject.ends', 'due'),
        amount,
        unit,
        isBefore: fc.boolean(),
      }),
      fc.record({ kind: fc.constant('every' as const), amount, unit, times: fc.option(amount) }),
      fc.record({
        kind: fc.constant('weekly' as const),
        days: fc.subarray([...weekdays], { minLength: 1 }),
        time: clock,
        zone: fc.constantFrom('', 'Europe/Berlin'),
      }),
    );
    fc.assert(
      fc.property(timers, (timer) => {
        expect(readTimer(writeTimer(timer))).toEqual(timer);
      }),
    );
  });
});
