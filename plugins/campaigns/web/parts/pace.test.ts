import { expect, test } from 'vitest';
import { paceOf } from './pace.ts';

const goal = { reached: 10, from: '2026-11-01', by: '2026-11-20', isFinished: false };
const at = (day: string) => Date.parse(day);

test('half-way through its time, a goal is told what it comes to as it goes on', () => {
  expect(paceOf(goal, at('2026-11-11'))).toEqual({ expected: 0.5, daysLeft: 10, isOver: false, atEnd: 20 });
});

test('after its last day a goal is over', () => {
  expect(paceOf(goal, at('2026-11-21')).isOver).toBe(true);
});

test('a campaign that finished before its last day has no days left to promise', () => {
  const finished = { ...goal, isFinished: true };
  expect(paceOf(finished, at('2026-11-11'))).toEqual({
    ...{ expected: null, daysLeft: 0, isOver: true, atEnd: null },
  });
  expect(paceOf({ ...finished, by: null }, at('2026-11-11')).isOver).toBe(true);
});
