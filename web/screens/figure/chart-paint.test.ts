import { expect, test } from 'vitest';
import { chartPaint } from './chart-paint.ts';

const palette = ['blue', 'amber', 'green', 'pink', 'sky', 'vermilion', 'purple', 'grey'];

test('states are drawn in the colour of what they mean, and two of one meaning are told apart', () => {
  const states = [{ color: 'good' }, { color: 'neutral' }, { color: 'bad' }, { color: 'good' }];
  expect(chartPaint(states, palette)).toEqual(['green', 'grey', 'vermilion', 'blue']);
});

test('where one has no meaning, the palette is taken as it comes', () => {
  expect(chartPaint([{ color: 'bad' }, {}], palette)).toEqual(palette);
  expect(chartPaint([], palette)).toEqual(palette);
});
