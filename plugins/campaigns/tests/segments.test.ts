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
