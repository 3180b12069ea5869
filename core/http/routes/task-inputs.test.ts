import { afterAll, beforeAll, expect, test } from 'vitest';
import { appWorld, type AppWorld } from '../../../tests/support/app-world.ts';

let world: AppWorld;
beforeAll(async () => {
  world = await appWorld();
  await world.person('Mara', ['campaigns.marketer']);
  await world.person('Nobody', []);
});
afterAll(() => world.close());

test('a list for a step of a flow is chosen by its name, by who sees it', async () => {
  const condition = { where: { name: { contains: 'a' } } };
  for (const segment of [{ name: 'VIP guests' }, { name: 'VIP customers', condition }, { name: 'Press' }])
    expect(await world.call('Mara', 'POST', '/api/records/segment', segment)).toMatchObject({ status: 201 });
  const named = async (who: string, query: string): Promise<unknown[]> =>
    (await world.call(who, 'GET', `/api/segments?${query}`)).body.items.map(({ name }) => name);
  expect(await named('Mara', 'search=vip')).toEqual(['VIP customers', 'VIP guests']);
  expect(await named('Mara', 'search=vip&isList=true')).toEqual(['VIP guests']);
  expect(await named('Mara', 'entity=account')).toEqual([]);
  expect(await named('Nobody', 'search=vip')).toEqual([]);
});

test('what a step may be given is said in words, as its field or its data has them', async () => {
  const inputOf = async (task: string): Promise<Record<string, unknown>> => {
    const { body } = await world.call('Mara', 'GET', '/api/meta');
    const tasks = body['tasks'] as { id: string; input: { properties: Record<string, unknown> } }[];
    return tasks.find(({ id }) => id === task)!.input.properties;
  };
  expect(await inputOf('core.change-list')).toMatchObject({
    list: { choose: 'list' },
    change: {
      options: [
        { value: 'add', label: 'Add' },
        { value: 'remove', label: 'Take off' },
      ],
    },
  });
  expect(await inputOf('sales.set-stage')).toMatchObject({
    stage: { options: expect.arrayContaining([expect.objectContaining({ value: 'won', label: 'Won' })]) },
  });
  expect(await inputOf('campaigns.send-mail')).toMatchObject({
    purpose: { options: expect.arrayContaining([expect.objectContaining({ value: 'news' })]) },
  });
});
