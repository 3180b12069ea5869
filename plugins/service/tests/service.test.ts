import { afterAll, beforeAll, expect, test } from 'vitest';
import { appWorld, type AppWorld } from '../../../tests/support/app-world.ts';

let world: AppWorld;
beforeAll(async () => {
  world = await appWorld();
  await world.person('Agent', ['service.agent']);
  await world.person('Seller', ['sales.seller']);
});
afterAll(() => world.close());

const create = async (entity: string, values: Record<string, unknown>, who = 'admin') => {
  const answer = await world.call(who, 'POST', `/api/records/${entity}`, values);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
};

test('an agent sees every request and its number, a seller none', async () => {
  // given
  const ticket = await create('ticket', { subject: 'It does not start' }, 'Agent');
  // then
  expect(ticket).toMatchObject({ number: 'T-000001', status: 'new', priority: 'normal' });
  expect((await world.call('Seller', 'GET', '/api/records/ticket')).body.items).toEqual([]);
});
