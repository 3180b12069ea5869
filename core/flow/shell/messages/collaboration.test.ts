import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { flowWorld, type FlowWorld } from '../../../../tests/support/flow-world.ts';

let world: FlowWorld;
beforeAll(async () => {
  world = await flowWorld();
});
afterAll(() => world.close());

test('pools of one file talk by their message flows, each with the one that it began with', async () => {
  // given two buyers
  const file = new URL('../../../../tests/flows/collaboration.bpmn', import.meta.url);
  const deployed = await world.deploy(readFileSync(file, 'utf8'));
  expect(deployed.map((flow) => flow.key).sort()).toEqual(['buyer', 'seller']);
  const first = await world.start('buyer', { item: 'pen' });
  const second = await world.start('buyer', { item: 'ink' }, { businessKey: 'B-2' });
  // when their sellers answer, the later one first
  const sellers = await sellersOf(2);
  expect(sellers.map((seller) => seller.variables?.['item'])).toEqual(['ink', 'pen']);
  for (const [index, seller] of sellers.entries()) {
    const [item] = await world.items(seller.id);
    await world.flows.complete({ actor: world.admin, id: item!.id, variables: { price: index } });
  }
  // then each buyer has its own answer
  expect((await world.reach(first, 'completed')).variables).toEqual({ item: 'pen', price: 1 });
  expect((await world.reach(second, 'completed')).variables).toEqual({ item: 'ink', price: 0 });
  expect(sellers[0]!.businessKey).toBe('B-2');
  // and both have been thanked, and wait for the bank
  for (const { id } of sellers) {
    const standsAt = async () => (await world.instance(id)).tokens.map((token) => token.element);
    await expect.poll(standsAt).toEqual(['pay']);
  }
});

const sellersOf = async (count: number) => {
  const list = () => world.flows.instances({ actor: world.admin, flow: 'seller', limit: 10 });
  await expect.poll(async () => (await list()).items.length).toBe(count);
  const found = await Promise.all((await list()).items.map((item) => world.instance(item.id)));
  return found.toSorted((one, other) =>
    String(one.variables?.['item']).localeCompare(String(other.variables?.['item'])),
  );
};
