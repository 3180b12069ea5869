/** What the audit tells of definitions that belong together: by name, and once. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appWorld, type AppWorld } from '../../../tests/support/app-world.ts';
import { systemActor } from '../../access/index.ts';
import { applyPack } from '../../configuration/index.ts';

let world: AppWorld;
let ada: string;
const definition = {
  ...{ entity: 'account', groups: [], chart: 'number' },
  measures: [{ id: 'n', function: 'count' }],
};

beforeAll(async () => {
  world = await appWorld();
  ada = await world.person('Ada', ['administrator']);
});
afterAll(() => world.close());

const told = async (): Promise<Record<string, unknown>[]> =>
  (await world.call('Ada', 'GET', '/api/audit')).body.items;

test('given a later part of a pack is refused, then what was written and taken back is told once', async () => {
  // given a role and a report that can be, and a screen that cannot
  const grants = [{ entity: 'account', actions: ['read'] }];
  const report = { name: 'Accounts', sharing: 'everybody', definition };
  const items = [
    { kind: 'role', id: 'short', content: { label: { en: 'Short' }, grants, permissions: [] } },
    { kind: 'report', id: '01a20a17-e27f-7000-9a51-4e6e88603f8e', content: report },
    { kind: 'screen', id: 'admin.nonsense', content: { definition: { kind: 'nonsense' } } },
  ].map((item) => ({ ...item, title: item.id }));
  // when they are imported
  const context = { actor: { ...systemActor, id: ada, userId: ada }, requestId: 'import', at: Date.now() };
  const importing = applyPack(
    { sql: world.sql, parts: world.configuration.parts() },
    { name: 'Test', items, context },
  );
  await expect(importing).rejects.toMatchObject({ extra: { definition: { id: 'admin.nonsense' } } });
  // then nothing of it is here, and the audit says so by name
  expect((await world.call('Ada', 'GET', `/api/reports/${items[1]!.id}`)).status).toBe(404);
  const found = (await told()).filter((one) => items.some(({ id }) => id === one['definition']));
  expect(found.map((one) => [one['kind'], one['title'], one['act'], one['differences']])).toEqual([
    ['role', 'Short', 'takenBack', []],
    ['report', 'Accounts', 'takenBack', []],
  ]);
});

test('a report that a dashboard shows is called by its name', async () => {
  const ask = (method: string, path: string, body?: unknown) => world.call('Ada', method, path, body);
  const { body: report } = await ask('POST', '/api/reports', {
    ...{ name: 'All accounts', sharing: 'everybody', roles: [], definition },
  });
  const { body: made } = await ask('POST', '/api/screens', {
    ...{ kind: 'dashboard', entity: 'account', label: { en: 'Wall' } },
  });
  const path = `/api/screens/${String(made['id'])}`;
  const { body: opened } = await ask('GET', path);
  // The cast: the shape that the designer reads.
  const tree = opened['tree'] as { children: { id: string; children: unknown[] }[] };
  const tile = { id: 'r', node: 'report', report: report['id'] };
  tree.children.find(({ id }) => id === '#body')!.children.push(tile);
  expect((await ask('PUT', path, { version: opened['version'], tree })).status).toBe(200);
  const change = (await told()).find(
    (one) => one['definition'] === made['id'] && (one['differences'] as unknown[]).length > 0,
  );
  expect(JSON.stringify(change)).toContain('"title":"All accounts"');
});

test('a screen of a plugin that is arranged for the first time is changed, not made', async () => {
  const path = '/api/screens/customers.accounts';
  const { body: opened } = await world.call('Ada', 'GET', path);
  const tree = structuredClone(opened['tree']) as { children: { children: { width?: number }[] }[] };
  tree.children[0]!.children[0]!.width = 300;
  const change = { version: opened['version'], role: null, device: null, tree };
  expect((await world.call('Ada', 'PUT', path, change)).status).toBe(200);
  const [item] = await told();
  expect(item).toMatchObject({ definition: 'customers.accounts', act: 'changed' });
  expect(item!['differences']).toMatchObject([{ path: [expect.stringMatching(/\.width$/)] }]);
});
