import { expect, test } from 'vitest';
import type { NavigationDraftGroup } from '../../data/navigation.ts';
import { moveLine, placeInto, removeGroup, type Groups } from './arrange-groups.ts';

const group = (id: string, ...keys: string[]): NavigationDraftGroup => ({
  ...{ id, name: id, label: null, isHidden: false },
  places: keys.map((key) => ({ key, label: key, icon: 'box', isHidden: false, isOwn: false })),
});
const start: Groups = [group('one', 'a', 'b'), group('two', 'c'), group('own-three')];
const told = (groups: Groups): string =>
  groups.map(({ id, places }) => `${id}: ${places.map(({ key }) => key).join(' ')}`.trim()).join(' | ');

test('a place moves within its group and into the next; nothing stands above the first group', () => {
  // lines: one a b two c own-three
  expect(told(moveLine(start, 1, 2))).toBe('one: b a | two: c | own-three:');
  expect(told(moveLine(start, 2, 3))).toBe('one: a | two: b c | own-three:');
  expect(told(moveLine(start, 4, 5))).toBe('one: a b | two: | own-three: c');
  expect(told(moveLine(start, 1, 0))).toBe('one: a b | two: c | own-three:');
  expect(moveLine(start, 5, 6)).toBe(start);
});

test('a group moves with all that stands in it, past a whole group at a time', () => {
  expect(told(moveLine(start, 0, 1))).toBe('two: c | one: a b | own-three:');
  expect(told(moveLine(start, 3, 2))).toBe('two: c | one: a b | own-three:');
  expect(told(moveLine(start, 5, 0))).toBe('own-three: | one: a b | two: c');
});

test('a place is put into a group by its name, and keeps standing somewhere when its group goes', () => {
  const full = placeInto(start, 'a', 'own-three');
  expect(told(full)).toBe('one: b | two: c | own-three: a');
  expect(told(removeGroup(full, 'own-three'))).toBe('one: b | two: c a');
});
