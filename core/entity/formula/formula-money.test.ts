/** Formulas that give money, and roll-ups that add up what formulas give. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordWorld, type RecordWorld } from '../../../tests/support/record-world.ts';
import { defineRole, systemActor as actor, type Actor } from '../../access/index.ts';
import {
  decimal,
  defineEntity,
  formula,
  integer,
  money,
  relation,
  rollup,
  text,
  type EntityDefinition,
} from '../index.ts';
import { checkDefinition } from '../schema/check-definition.ts';

const order = defineEntity({
  id: 'order',
  title: 'name',
  fields: {
    name: text(),
    total: rollup('line', 'sum', { by: 'order', field: 'sum' }),
    items: rollup('line', 'max', { by: 'order', field: 'twice' }),
    mean: rollup('line', 'average', { by: 'order', field: 'twice' }),
  },
});
const line = defineEntity({
  id: 'line',
  title: 'name',
  fields: {
    name: text(),
    order: relation('order'),
    price: money(),
    discount: money(),
    count: integer(),
    sum: formula('price * count', money()),
    due: formula('price - discount', money()),
    // PostgreSQL rounds otherwise: this one is calculated in memory.
    rounded: formula('$round(price / 3, 1)', money()),
    share: formula('discount / price', decimal()),
    twice: formula('count * 2', integer()),
  },
});
const clerk = defineRole({
  id: 'clerk',
  grants: [
    { entity: 'order', actions: ['read'] },
    { entity: 'line', actions: ['read'], fields: { price: 'hidden' } },
  ],
});

let world: RecordWorld;
let orderId = '';
beforeAll(async () => {
  world = await recordWorld([order, line], [clerk]);
  [orderId = ''] = await world.create('order', [{ name: 'O' }]);
  const eur = (amount: string) => ({ amount, currency: 'EUR' });
  const jpy = (amount: string) => ({ amount, currency: 'JPY' });
  await world.create('line', [
    { name: 'a', order: orderId, price: eur('10.50'), discount: eur('0.50'), count: 3 },
    { name: 'b', order: orderId, price: jpy('100'), discount: jpy('10'), count: 2 },
    { name: 'c', order: orderId, price: eur('7'), discount: jpy('5'), count: 1 },
    { name: 'd', order: orderId, price: eur('1'), count: null },
  ]);
});
afterAll(() => world.close());

const lines = async (asked: object = {}, as: Actor = actor) =>
  (await world.records.list({ actor: as, entity: 'line', sort: ['name'], ...asked })).items;

test('a formula gives money in the currency that it reads, and nothing where there are two', async () => {
  const all = await lines();
  expect(all.map(({ sum }) => sum)).toEqual([
    { amount: '31.50', currency: 'EUR' },
    { amount: '200', currency: 'JPY' },
    { amount: '7.00', currency: 'EUR' },
    null,
  ]);
  expect(all.map(({ due }) => due)).toEqual([
    { amount: '10.00', currency: 'EUR' },
    { amount: '90', currency: 'JPY' },
    null,
    null,
  ]);
  expect(all.map(({ rounded }) => rounded)).toMatchObject([
    { amount: '3.50', currency: 'EUR' },
    { amount: '33.3', currency: 'JPY' },
    { amount: '2.30', currency: 'EUR' },
    { amount: '0.30', currency: 'EUR' },
  ]);
});

test('lists are filtered and sorted by it, reports add it up by currency', async () => {
  expect((await lines({ filter: { sum: { gte: 31 } }, sort: ['-sum'] })).map(({ name }) => name)).toEqual([
    'b',
    'a',
  ]);
  const { rows } = await world.records.aggregate({
    ...{ actor, entity: 'line' },
    measures: [
      { function: 'sum', field: 'sum' },
      { function: 'count', field: 'due' },
    ],
  });
  expect(rows[0]?.values).toEqual({
    'sum.sum': expect.arrayContaining([
      { amount: '38.50', currency: 'EUR' },
      { amount: '200', currency: 'JPY' },
    ]),
    'count.due': 2,
  });
});

test('a roll-up adds up what a formula gives, and follows what it reads', async () => {
  const read = async (as: Actor = actor) =>
    await world.records.read({ actor: as, entity: 'order', id: orderId });
  expect(await read()).toMatchObject({ items: 6, mean: 4 });
  expect((await read())['total']).toEqual(
    expect.arrayContaining([
      { amount: '38.50', currency: 'EUR' },
      { amount: '200', currency: 'JPY' },
    ]),
  );
  await world.sql`update data.line set count = 50 where name = 'c'`;
  expect(await read()).toMatchObject({ items: 100 });
  // Who may not see the prices may not see what is made of them.
  const one = await world.person('Clerk', ['clerk']);
  expect(await read(one)).toMatchObject({ items: 100, total: null });
  expect((await lines({}, one))[0]).toMatchObject({ sum: null, twice: 6 });
});

test('what cannot be is refused with a sentence', () => {
  const known = new Map<string, EntityDefinition>([
    ['order', order],
    ['line', line],
  ]);
  const refusal = (changed: EntityDefinition): unknown => {
    try {
      checkDefinition(changed, known);
      return null;
    } catch (error) {
      return error;
    }
  };
  expect(refusal(line)).toBeNull();
  expect(refusal(order)).toBeNull();
  const { fields } = line;
  expect(refusal({ ...line, fields: { ...fields, sum: formula('count * 2', money()) } })).toMatchObject({
    errors: [{ code: 'formula-no-money' }],
  });
  const overMemory = rollup('line', 'sum', { by: 'order', field: 'rounded' });
  expect(refusal({ ...order, fields: { ...order.fields, total: overMemory } })).toMatchObject({
    errors: [{ code: 'rollup-field-wrong' }],
  });
});
