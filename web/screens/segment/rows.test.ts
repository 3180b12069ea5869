import { expect, test } from 'vitest';
import { toCondition } from './to-condition.ts';
import { toRows } from './to-rows.ts';

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
  expect(rows.rows).toHaveLength(10);
  expect(
    toCondition(
      rows,
      (path, entity) => path === 'account.employees' || (path === 'amount' && entity === 'opportunity'),
    ),
  ).toEqual(condition);
});

const [porto, lisbon] = ['0b', '1c'].map((start) => `${start}000000-0000-4000-8000-000000000000`);
const back = (part: unknown): unknown => toCondition(toRows(part), (path) => path === 'amount');
const related = (where: unknown) => ({
  all: [{ related: { entity: 'deal', by: 'x', where, count: { gte: 1 } } }],
});

test.each([
  [
    {
      all: [
        { all: [{ where: { city: { eq: 'Porto' } } }, { any: [{ member: 'c' }] }] },
        { not: { any: [{ member: 'a' }] } },
      ],
    },
  ],
  [{ not: { all: [{ where: { city: { eq: 'Porto' } } }, { member: 'b' }] } }],
  [
    {
      all: [
        { where: { contacts: { all: [porto, lisbon] } } },
        { where: { contacts: { nin: [porto] } } },
        { where: { owner: { in: [lisbon] } } },
      ],
    },
  ],
  [related({ or: [{ stage: { eq: 'won' } }, { and: [{ amount: { gt: 5 } }, { amount: { lt: 9 } }] }] })],
  [related({ not: { or: [{ stage: { eq: 'won' } }] } })],
  [related({ and: [{ not: { and: [{ a: { eq: 'x' } }, { b: { eq: null } }] } }, { tags: { has: 'y' } }] })],
  [
    {
      any: [
        { where: { where: { near: [1, 2] } } },
        { related: { entity: 'deal', by: 'x', count: { gte: 1, lte: 2 } } },
      ],
    },
  ],
])('groups in groups, and what no row can say, come back as they were: %j', (condition) => {
  expect(back(condition)).toEqual(condition);
});

test('the same said in another way means the same', () => {
  expect(back({ where: { city: 'x', amount: { gte: 1, lte: 2 } } })).toEqual({
    all: [
      { where: { city: { eq: 'x' } } },
      { all: [{ where: { amount: { gte: 1 } } }, { where: { amount: { lte: 2 } } }] },
    ],
  });
  expect(back({ not: { not: { where: { stage: { in: ['won', 'lost'] } } } } })).toEqual({
    any: [{ where: { stage: { eq: 'won' } } }, { where: { stage: { eq: 'lost' } } }],
  });
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
  const one = (more: object) => toRows({ all: [{ related: { entity: 'deal', by: 'x', ...more } }] }).rows[0];
  expect([one({}), one({ count: { eq: 0 } }), one({ count: { gte: 3 } })]).toMatchObject([
    { how: 'some', rows: [] },
    { how: 'none' },
    { how: 'gte', count: 3 },
  ]);
  expect(one({ where: { stage: 'won', amount: { gte: 5 } } })).toMatchObject({
    joint: 'all',
    rows: [
      { path: 'stage', how: 'eq', value: 'won' },
      { path: 'amount', how: 'gte', value: '5' },
    ],
  });
});
