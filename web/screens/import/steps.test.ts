import { expect, test } from 'vitest';
import { withColumn, withValues } from './steps.ts';

const mapping = [
  { column: 0, field: 'name' },
  { column: 1, field: 'email' },
];

test('a field that moves to another column leaves the one it had', () => {
  expect(withColumn(mapping, { column: 1, field: 'name' })).toEqual([
    { column: 0, field: null },
    { column: 1, field: 'name' },
  ]);
});

test('meanings of texts are added to those already there', () => {
  const first = withValues(mapping, new Map([[1, new Map([['x', 'y']])]]));
  const both = withValues(first, new Map([[1, new Map([['z', null]])]]));
  expect(both[1]).toEqual({ column: 1, field: 'email', values: { x: 'y', z: null } });
  expect(both[0]).toEqual(mapping[0]);
});
