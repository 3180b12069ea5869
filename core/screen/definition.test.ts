import { expect, test } from 'vitest';
import { fields } from './definition.ts';

test('fields are nodes in the order they are named; what is said of several stands once', () => {
  const shown = fields(
    'name',
    { field: ['percent', 'most'], visible: "benefit = 'percent'" },
    { id: 'count', field: 'members', hidden: true },
  );
  expect(shown).toEqual([
    { id: 'name', node: 'field', field: 'name' },
    { id: 'percent', node: 'field', field: 'percent', visible: "benefit = 'percent'" },
    { id: 'most', node: 'field', field: 'most', visible: "benefit = 'percent'" },
    { id: 'count', node: 'field', field: 'members', hidden: true },
  ]);
});
