import { expect, test } from 'vitest';
import type { EntityGrant } from '../../data/roles.ts';
import { cellState, grantsThatCount, replaceGrants, toggled } from './matrix.ts';

const grants: EntityGrant[] = [
  { entity: 'account', actions: ['read'] },
  { entity: 'deal', actions: ['read', 'update'], where: { owner: '$actor.id' } },
  { entity: 'note', actions: ['read'] },
  { entity: 'note', actions: ['update'], where: { owner: '$actor.id' } },
];

test('given grants, then a cell says whether for no, some or all records', () => {
  expect(cellState([grants[0]!], 'read')).toBe('all');
  expect(cellState([grants[0]!], 'export')).toBe('all');
  expect(cellState([grants[1]!], 'update')).toBe('some');
  expect(cellState([grants[1]!], 'delete')).toBe('no');
});

test('given a click, then the only grant changes, and what it needs comes along', () => {
  expect(toggled(grants, 'account', 'update')![0]).toEqual({
    entity: 'account',
    actions: ['read', 'update'],
  });
  expect(toggled(grants, 'account', 'export')![0]).toEqual({
    entity: 'account',
    actions: ['read'],
    without: ['export'],
  });
  expect(toggled(grants, 'lead', 'delete')!.at(-1)).toEqual({ entity: 'lead', actions: ['read', 'delete'] });
  expect(toggled(grants, 'account', 'read')).toHaveLength(3);
  expect(toggled(grants, 'note', 'read')).toBeNull();
});

test('given a grant for every entity, when one gets its own, then it is excepted', () => {
  const next = replaceGrants([{ entity: '*', actions: ['read'] }], 'deal', []);
  expect(next).toEqual([{ entity: '*', actions: ['read'], except: ['deal'] }]);
  expect(grantsThatCount(next, 'deal')).toEqual([]);
});
