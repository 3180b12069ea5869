import { expect, test } from 'vitest';
import { groupStarts, headingHeight, RowLayout } from './row-layout.ts';

const record = (stage: unknown) => ({ id: 'x', version: 1, createdAt: '', updatedAt: '', stage });

test('rows stand below the headings of their groups, and are found there', () => {
  const items = ['won', 'won', { id: 'a', title: 'A' }, null, null].map(record);
  const starts = groupStarts(items, 'stage');
  expect(starts).toEqual([0, 2, 3]);
  const layout = new RowLayout(starts, 33);
  expect([0, 1, 2, 3, 4].map((index) => layout.topOf(index))).toEqual([
    headingHeight,
    headingHeight + 33,
    2 * headingHeight + 66,
    3 * headingHeight + 99,
    3 * headingHeight + 132,
  ]);
  for (const index of [1, 2, 3, 4]) expect(layout.indexAt(layout.topOf(index) + 1)).toBe(index);
  expect(layout.indexAt(0)).toBe(0);
  expect(layout.height(5)).toBe(5 * 33 + 3 * headingHeight);
  expect(groupStarts(items, undefined)).toEqual([]);
});
