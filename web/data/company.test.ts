import { expect, test } from 'vitest';
import { isInOrder, weeklyHours } from './company.ts';

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
