import { afterAll, beforeAll, expect, test } from 'vitest';
import { appWorld, type AppWorld } from '../../../tests/support/app-world.ts';
import { segments } from '../demo/segments.ts';

let world: AppWorld;
beforeAll(async () => {
  world = await appWorld();
  await world.person('Mara', ['campaigns.marketer']);
  await world.person('Sam', ['sales.seller']);
});
afterAll(() => world.close());

test('every segment of the demo can be read, and counted by a marketer', async () => {
  for (const { name, condition } of segments) {
    const made = await world.call('Mara', 'POST', '/api/records/segment', { name, condition });
    expect(made.status).toBe(201);
    if (!condition) continue;
    const counted = await world.call('Mara', 'POST', '/api/segments/preview', {
      entity: 'contact',
      condition,
    });
    expect(counted.body).toEqual({ count: 0, sample: [] });
    const state = await world.call('Mara', 'GET', `/api/segments/${String(made.body['id'])}`);
    expect(state.body).toMatchObject({ entity: 'contact', state: 'building', isList: false });
  }
});

test('a condition that cannot be is refused with a sentence that says where', async () => {
  const refused = await world.call('Mara', 'POST', '/api/records/segment', {
    name: 'Broken',
    condition: { all: [{ where: { shoeSize: { gte: 40 } } }] },
  });
  expect(refused.status).toBe(422);
  expect(refused.body['errors']).toMatchObject([
    {
      pointer: '/condition/all/0/where/shoeSize',
      code: 'field-unknown',
      message: expect.stringContaining('shoeSize'),
    },
  ]);
});

test('who may not build segments counts nothing and sees none', async () => {
  const preview = await world.call('Sam', 'POST', '/api/segments/preview', {
    entity: 'contact',
    condition: { where: {} },
  });
  expect(preview.status).toBe(403);
  expect((await world.call('Sam', 'GET', '/api/records/segment')).body.items ?? []).toEqual([]);
});

test('the list of segments says how many are in each, and begins with the largest where it is asked to', async () => {
  const make = async (entity: string, values: object): Promise<string> =>
    String((await world.call('admin', 'POST', `/api/records/${entity}`, values)).body['id']);
  // given two lists that people keep
  const people = await Promise.all(['Ann', 'Ben', 'Cas'].map((name) => make('contact', { name })));
  const [few, many] = [await make('segment', { name: 'Few' }), await make('segment', { name: 'Many' })];
  for (const [segment, add] of [[few, people.slice(0, 1)] as const, [many, people] as const])
    await world.call('Mara', 'POST', `/api/segments/${segment}/members`, { add });
  // then
  const filter = encodeURIComponent(JSON.stringify({ members: { gte: 1 } }));
  const { body } = await world.call('Mara', 'GET', `/api/records/segment?sort=-members&filter=${filter}`);
  expect(body.items.map(({ name, members }) => [name, members])).toEqual([
    ['Many', 3],
    ['Few', 1],
  ]);
  // and nobody writes it
  const written = await world.call('Mara', 'PATCH', `/api/records/segment/${few}`, { members: 9 });
  expect([written.status, JSON.stringify(written.body)]).toEqual([
    422,
    expect.stringContaining('field-computed'),
  ]);
});
