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
    { not: { member: 'a' } },
  ],
};

test('a condition becomes rows and the same condition again', () => {
  const rows = toRows(condition);
  expect(rows?.rows).toHaveLength(7);
  expect(toCondition(rows!, (path) => path === 'account.employees')).toEqual(condition);
});

test.each([
  [{ all: [{ all: [] }] }],
  [{ where: { city: 'x' } }],
  [{ all: [{ where: { a: 1, b: 2 } }] }],
  [{ all: [{ related: { entity: 'deal', by: 'x', where: { stage: 'won' } } }] }],
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
