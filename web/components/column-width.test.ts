import { expect, test } from 'vitest';
import type { MetaField } from '../data/meta.ts';
import { columnTracks } from './column-width.ts';

const choice = (...labels: string[]): MetaField => ({
  ...{ id: 'kind', type: 'select', label: 'Kind', access: 'read' },
  options: labels.map((label, index) => ({ value: String(index), label })),
});
const leastOf = (column: MetaField): number =>
  Number.parseInt(columnTracks([column], { title: 'name', isSelectable: false }).least, 10);

test('a column of choices is as wide as its longest choice, in either script, within bounds', () => {
  const short = leastOf(choice('Gift', '赠品'));
  expect(leastOf(choice('Gift', 'A percentage off'))).toBeGreaterThan(short);
  expect(leastOf(choice('赠品', '按订单金额的百分比减免'))).toBeGreaterThan(short);
  expect(leastOf(choice('A choice that somebody described in a whole sentence'))).toBeLessThan(240);
});
