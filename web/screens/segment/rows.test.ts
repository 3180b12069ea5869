import { expect, test } from 'vitest';
import { toCondition, toRows } from './rows.ts';

const condition = {
  any: [
    { where: { city: { eq: 'Lisbon' } } },
    { where: { 'account.employees': { gte: 50 } } },
    { where: { createdAt: { gte: { ago: 'P30D' } } } },
    { where: { updatedAt: { lt: { ago: 'P90D' } } } },
    { where: { email: { eq: null } } },
    { related: { entity: 'opportunity', by: 'account', from: 'account', count: { gte: 2 } } },
    {
      related: {
        ...{ entity: 'opportunity', by: 'account', from: 'account' },
        where: {
          and: [{ stage: { eq: 'won' } }, { amount: { gte: 500 } }, { closeDate: { gte: { ago: 'P90D' } } }],
        },
        count: { gte: 1 },
      },
    },
    { related: { entity: 'ticket', by: 'contact', where: { state: { ne: 'closed' } }, count: { eq: 0 } } },
    {
      related: {
        ...{ entity: 'ticket', by: 'contact', count: { lte: 3 } },
        where: { or: [{ priority: { eq: 'high' } }, { owner: { eq: null } }] },
      },
    },
    { not: { member: 'a' } },
  ],
};

test('a condition becomes rows and the same condition again', () => {
  const rows = toRows(condition);
  expect(rows?.rows).toHaveLength(10);
  expect(
    toCondition(
      rows!,
      (path, entity) => path === 'account.employees' || (path === 'amount' && entity === 'opportunity'),
    ),
  ).toEqual(condition);
});

test.each([
  [{ all: [{ all: [] }] }],
  [{ where: { city: 'x' } }],
  [{ all: [{ where: { a: 1, b: 2 } }] }],
  [{ all: [{ related: { entity: 'deal', by: 'x', where: { not: { stage: { eq: 'won' } } } } }] }],
  [{ all: [{ related: { entity: 'deal', by: 'x', where: { or: [{ a: { eq: 1 }, b: { eq: 2 } }] } } }] }],
  [null],
])('what is nested deeper is left as it is: %j', (nested) => {
  expect(toRows(nested)).toBeNull();
});

test('rows that are not finished are left out', () => {
  expect(
    toCondition(
      { joint: 'all', rows: [{ kind: 'where', path: 'city', how: 'eq', value: ' ' }] },
      () => false,
    ),
  ).toEqual({ all: [] });
});

test('of related records “some” and “none” are words of their own, and fields beside each other all count', () => {
  const related = (more: object) =>
    toRows({ all: [{ related: { entity: 'deal', by: 'x', ...more } }] })?.rows[0];
  expect([related({}), related({ count: { eq: 0 } }), related({ count: { gte: 3 } })]).toMatchObject([
    { how: 'some', rows: [] },
    { how: 'none' },
    { how: 'gte', count: 3 },
  ]);
  expect(related({ where: { stage: 'won', amount: { gte: 5 } } })).toMatchObject({
    joint: 'all',
    rows: [
      { path: 'stage', how: 'eq', value: 'won' },
      { path: 'amount', how: 'gte', value: '5' },
    ],
  });
});
