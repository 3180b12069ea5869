/** Packs that somebody wrote by hand: what is no definition is refused with its place. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appWorld, type AppWorld } from '../../../tests/support/app-world.ts';
import { systemActor } from '../../access/index.ts';
import { applyPack } from '../../configuration/index.ts';

let world: AppWorld;
beforeAll(async () => {
  world = await appWorld();
});
afterAll(() => world.close());

const context = { actor: systemActor, requestId: 'r', at: Date.now() };

test.each([
  ['role', '“none” for its grants', { grants: 'none' }],
  ['role', 'a text', 'x'],
  ['role', 'a grant without an entity', { grants: [{ actions: ['read'] }] }],
  ['view', 'a number for its definition', { definition: 5 }],
  ['navigation', 'a list', [5]],
  ['navigation', 'a text for its groups', { groups: 'x' }],
  ['entity', 'fields that are none', { definition: { title: 'name', fields: { name: 'text' } } }],
  ['entity', 'no title', { definition: { fields: {} } }],
  ['report', 'no entity', { name: 'R', sharing: 'everybody', roles: [], definition: {} }],
])('a %s with %s is refused with its place, and nothing is written', async (kind, _, content) => {
  const parts = world.configuration.parts();
  const items = [{ kind, id: 'by-hand', title: 'By hand', content }];
  await expect(
    applyPack({ sql: world.sql, parts }, { name: 'By hand', items, context }),
  ).rejects.toMatchObject({
    ...{ status: 422, code: 'pack-shape' },
    extra: { definition: { kind, id: 'by-hand' } },
  });
  expect((await world.call('admin', 'GET', '/api/meta')).status).toBe(200);
});
