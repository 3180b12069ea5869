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

test('given a rule that changes, then it is told as a whole', () => {
  const grants = (where: unknown) => ({ grants: [{ entity: 'deal', where }] });
  const [before, after] = [{ stage: 'won' }, { or: [{ stage: 'won' }, { stage: 'lost' }] }];
  expect(differences(grants(before), grants(after))).toEqual([
    { path: ['grants', 'deal', 'where'], before, after },
  ]);
});

test('given changes of a screen, then each is told by the part that it is about', () => {
  const overlays = (...operations: unknown[]) => ({ overlays: [{ operations }] });
  const hide = { op: 'hide', id: 'amount' };
  const set = { op: 'set', id: 'stage', path: 'visible', value: 'amount > 1' };
  const add = { op: 'add', parent: '#side', node: { id: 'own', node: 'section' } };
  expect(differences(overlays(hide, set), overlays(hide, { ...set, value: 'true' }, add))).toEqual([
    { path: ['overlays', '*', 'operations', 'stage.visible', 'value'], before: 'amount > 1', after: 'true' },
    { path: ['overlays', '*', 'operations', 'own'], before: null, after: add },
  ]);
});
