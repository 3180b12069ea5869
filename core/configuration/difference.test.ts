import { expect, test } from 'vitest';
import { differences } from './difference.ts';

test('given lists of named things, when one changes, then the place is named by it', () => {
  const before = {
    label: { en: 'Seller' },
    grants: [
      { entity: 'deal', actions: ['read'] },
      { entity: 'note', actions: [] },
    ],
  };
  const after = {
    label: { en: 'Sales' },
    grants: [
      { entity: 'note', actions: [] },
      { entity: 'deal', actions: ['read', 'update'] },
    ],
  };
  expect(differences(before, after)).toEqual([
    { path: ['label', 'en'], before: 'Seller', after: 'Sales' },
    { path: ['grants', 'deal', 'actions'], before: ['read'], after: ['read', 'update'] },
  ]);
});

test('given something new, gone or the same, then it is a whole, a whole, or nothing', () => {
  expect(differences(null, { a: 1 })).toEqual([{ path: [], before: null, after: { a: 1 } }]);
  expect(differences({ a: [{ id: 'x' }] }, { a: [] })).toEqual([
    { path: ['a', 'x'], before: { id: 'x' }, after: null },
  ]);
  expect(differences({ a: 1 }, { a: 1 })).toEqual([]);
});
