import { expect, test } from 'vitest';
import { labelBeside } from './label-side.ts';

const event = { x: 100, y: 100, width: 36, height: 36 };
const label = { width: 20, height: 14 };
const sides = ['below', 'above', 'right'] as const;
const [fromLeft, fromBelow, fromAbove] = [
  { x: 100, y: 118 },
  { x: 118, y: 136 },
  { x: 118, y: 100 },
];

test.each([
  ['below, where nothing comes', [fromLeft], { x: 108, y: 140 }],
  ['above, where a way comes from below', [fromLeft, fromBelow], { x: 108, y: 82 }],
  ['beside it, where ways come from both', [fromBelow, fromAbove], { x: 140, y: 111 }],
])('the words of an event stand %s', (_, ends, at) => {
  expect(labelBeside(event, label, { ends, sides })).toEqual({ ...at, ...label });
});
