/** What a new company is told to do first, by whom, and when it is over. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appWorld, type AppWorld } from '../../../tests/support/app-world.ts';

let world: AppWorld;
beforeAll(async () => {
  world = await appWorld();
  await world.person('Chief', ['administrator']);
});
afterAll(() => world.close());

const begin = async (who: string) => {
  const { body } = await world.call(who, 'GET', '/api/begin');
  return {
    isOpen: body['isOpen'],
    items: body.items.map(({ id, isDone }) => `${id}${isDone ? ' done' : ''}`),
  };
};
const steps = [
  'core.begin.people',
  'customers.begin.import',
  'sales.begin.deal',
  'core.begin.flow',
  'core.begin.entity',
];

test('an administrator of an empty company gets the steps of the core and of the plugins', async () => {
  expect(await begin('Chief')).toEqual({ isOpen: true, items: steps });
});

test('a key is nobody who begins', async () => {
  expect(await begin('admin')).toEqual({ isOpen: false, items: [] });
});

test('who sells is asked for what a seller may do, in their own language', async () => {
  await world.person('Seller', ['sales.seller']);
  await world.call('Seller', 'PATCH', '/api/me', { locale: 'zh-CN' });
  const { body } = await world.call('Seller', 'GET', '/api/begin');
  expect(body.items.map(({ title }) => title)).toEqual(['录入第一个商机']);
});

test('colleagues, first records and what was opened are done; then it is over by itself', async () => {
  await world.call('Chief', 'PUT', '/api/me/preferences/core.begin.flow', { value: true });
  expect((await begin('Chief')).items).toEqual([
    'core.begin.people done',
    ...steps.slice(1, 3),
    'core.begin.flow done',
    'core.begin.entity',
  ]);
  const account = await world.call('Chief', 'POST', '/api/records/account', { name: 'Acme' });
  expect(account.status).toBe(201);
  expect((await begin('Chief')).isOpen).toBe(true);
  const deal = await world.call('Chief', 'POST', '/api/records/opportunity', {
    name: 'Deal',
    account: account.body['id'],
  });
  expect(deal.status).toBe(201);
  const hasBegun = async (): Promise<boolean> =>
    JSON.stringify((await world.call('Chief', 'GET', '/api/meta')).body).includes('"hasBegun":true');
  const { body } = await world.call('Chief', 'GET', '/api/begin');
  expect(body).toMatchObject({ isOpen: false, isOver: true });
  // and nothing was written by asking: the page that reads so puts it away, and does not ask any more
  expect(await hasBegun()).toBe(false);
  await world.call('Chief', 'PUT', '/api/me/preferences/begin.hidden', { value: true });
  expect(await hasBegun()).toBe(true);
  expect((await world.call('Chief', 'GET', '/api/begin')).body).toMatchObject({
    isOpen: false,
    isOver: false,
  });
});

test('who puts it away is left alone', async () => {
  await world.person('Other', ['sales.seller']);
  await world.call('Other', 'PUT', '/api/me/preferences/begin.hidden', { value: true });
  expect(await begin('Other')).toEqual({ isOpen: false, items: [] });
});
