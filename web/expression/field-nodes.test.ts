import { expect, test } from 'vitest';
import type { Meta } from '../data/meta.ts';
import { childNodes, findNodes, rootNodes } from './field-nodes.ts';
import { missingMember, type ExpressionScope } from './scope.ts';

const field = (id: string, more: object = {}) => ({
  id,
  type: 'text',
  label: id.toUpperCase(),
  access: 'write',
  ...more,
});
const scope: ExpressionScope = {
  meta: {
    entities: [
      {
        id: 'deal',
        label: { one: 'Deal', many: 'Deals' },
        fields: [
          field('createdAt', { isSystem: true }),
          field('name'),
          field('account', { type: 'relation', entity: 'account' }),
        ],
      },
      {
        id: 'account',
        label: { one: 'Account', many: 'Accounts' },
        fields: [field('city'), field('parent', { type: 'relation', entity: 'account' })],
      },
    ],
    // As much of it as the tree looks at.
  } as unknown as Meta,
  names: [
    { name: '$subject', label: 'Deal', type: 'relation', entity: 'deal' },
    { name: 'approved', label: 'Approved?', type: 'boolean', origin: 'Approve' },
  ],
  isOpen: true,
};

test('the tree goes over relations, to any depth', () => {
  const [deal, approved] = rootNodes(scope);
  expect(approved).toMatchObject({ path: 'approved', group: 'flow', origin: 'Approve' });
  const fields = childNodes(scope, deal!);
  expect(fields.map(({ path }) => path)).toEqual([
    ...['$subject.name', '$subject.account', '$subject.createdAt', '$subject.id'],
  ]);
  const [, parent] = childNodes(scope, fields[1]!);
  expect(childNodes(scope, parent!).map(({ path }) => path)).toEqual([
    '$subject.account.parent.city',
    '$subject.account.parent.parent',
    '$subject.account.parent.id',
  ]);
});

test('a search finds by every word, the near ones first', () => {
  expect(findNodes(scope, 'account city').map(({ path }) => path)).toEqual([
    '$subject.account.city',
    '$subject.account.parent.city',
  ]);
  expect(findNodes(scope, 'nothing')).toEqual([]);
});

test('what a step leaves is found by the name of the step', () => {
  const names = [{ name: 'fd', label: 'fd', type: '', origin: 'Find the discount' }];
  expect(findNodes({ ...scope, names }, 'discount')).toMatchObject([{ path: 'fd' }]);
});

test('a member that an entity does not have is named; a circle of relations ends', () => {
  expect(missingMember(scope, ['$subject', 'account', 'town'])).toMatchObject({ member: 'town' });
  expect(missingMember(scope, ['$subject', 'name', 'x'])).toBeUndefined();
  expect(missingMember(scope, ['approved', 'x'])).toBeUndefined();
  expect(missingMember(scope, ['$subject', 'account', 'id'])).toBeUndefined();
});

test('fields of one record are its own: none comes from an earlier step', () => {
  const fields = { ...scope, isRecord: true, names: [{ name: 'city', label: 'City', type: 'text' }] };
  expect(rootNodes(fields)).toMatchObject([{ path: 'city', group: 'record' }]);
  expect(rootNodes(scope).map(({ group }) => group)).toEqual(['record', 'flow']);
});
