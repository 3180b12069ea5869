import { expect, test } from 'vitest';
import { isInOrder, weeklyHours, withBreak, type Interval } from './company.ts';

test.each([
  ['one time of work', [['09:00', '17:00']], true],
  [
    'a pause at noon',
    [
      ['09:00', '12:00'],
      ['13:00', '18:00'],
    ],
    true,
  ],
  ['nobody works', [], true],
  ['an end before its begin', [['17:00', '09:00']], false],
  [
    'two that overlap',
    [
      ['09:00', '13:00'],
      ['12:00', '18:00'],
    ],
    false,
  ],
  ['one that is not filled in', [['09:00', '']], false],
] as [string, [string, string][], boolean][])('%s', (_, day, expected) => {
  expect(isInOrder(day)).toBe(expected);
});

test('the hours of a week are those of its days', () => {
  const day: [string, string][] = [
    ['09:00', '12:30'],
    ['13:30', '18:00'],
  ];
  expect(weeklyHours([day, day, [], [], [], [], []])).toBe(16);
});

test.each<[string, Interval, Interval[] | undefined]>([
  [
    'a usual day',
    ['09:00', '17:00'],
    [
      ['09:00', '12:00'],
      ['13:00', '17:00'],
    ],
  ],
  [
    'halves of hours stay',
    ['08:30', '17:45'],
    [
      ['08:30', '12:00'],
      ['13:00', '17:45'],
    ],
  ],
  [
    'a late shift',
    ['14:00', '22:00'],
    [
      ['14:00', '18:00'],
      ['19:00', '22:00'],
    ],
  ],
  [
    'the whole night',
    ['00:00', '24:00'],
    [
      ['00:00', '12:00'],
      ['13:00', '24:00'],
    ],
  ],
  [
    'one that ends at one',
    ['06:00', '13:00'],
    [
      ['06:00', '09:00'],
      ['10:00', '13:00'],
    ],
  ],
  ['a short day', ['09:00', '14:00'], undefined],
])('a break is added to %s', (_, day, parts) => {
  expect(withBreak(day)).toEqual(parts);
  if (parts) expect([isInOrder(parts), weeklyHours([parts])]).toEqual([true, weeklyHours([[day]]) - 1]);
});
