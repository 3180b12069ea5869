import { expect, test } from 'vitest';
import { isSameView, plainView } from './view-state.ts';

test('what says nothing makes no difference', () => {
  expect(plainView({ sort: ['name'], conditions: [], search: '', group: undefined })).toEqual({
    sort: ['name'],
  });
  expect(isSameView({ sort: ['name'], columns: ['a'] }, { columns: ['a'], sort: ['name'], search: '' })).toBe(
    true,
  );
  expect(isSameView({ sort: ['name'] }, { sort: ['-name'] })).toBe(false);
});
