/** A configuration leaves one installation and comes into another, with a plan before and a way back. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appWorld, type AppWorld } from '../../../tests/support/app-world.ts';
import {
  itemsOf,
  packFiles,
  applyPack,
  planPack,
  readZip,
  undoPack,
  writeZip,
} from '../../configuration/index.ts';
import { systemActor } from '../../access/index.ts';

let from: AppWorld;
let to: AppWorld;
let pack: Map<string, string>;
const context = { actor: systemActor, requestId: 'test', at: Date.now() };
const grants = [{ entity: 'account', actions: ['read'], where: { officeLocation: 'Oslo' } }];

beforeAll(async () => {
  [from, to] = [await appWorld(), await appWorld()];
  await from.call('admin', 'POST', '/api/roles', {
    id: 'oslo',
    label: { en: 'Oslo' },
    grants,
    permissions: [],
  });
  pack = readZip(writeZip(await packFiles(from.configuration.parts(), 'Test')));
});
afterAll(async () => {
  await from.close();
  await to.close();
});

const plan = async () =>
  (
    await planPack(
      { sql: to.sql, parts: to.configuration.parts() },
      itemsOf(pack, to.configuration.parts()).items,
    )
  ).steps;
const roles = async (): Promise<unknown[]> =>
  (await to.call('admin', 'GET', '/api/roles')).body.items.map((role) => role['id']);

describe('a pack', () => {
  test('is a folder of files that read well', () => {
    expect([...pack.keys()]).toEqual(['pack.json', 'role/oslo.json']);
    expect(pack.get('role/oslo.json')).toContain('"grants": [\n    {\n      "actions": [\n        "read"');
  });

  test('given an empty installation, then it is planned, applied and taken back', async () => {
    const parts = to.configuration.parts();
    expect(await plan()).toMatchObject([
      { kind: 'role', id: 'oslo', title: 'Oslo', act: 'add', missing: [] },
    ]);
    const { id, written } = await applyPack({ sql: to.sql, parts }, { ...itemsOf(pack, parts), context });
    expect(written).toBe(1);
    expect(await roles()).toContain('oslo');
    expect(await plan()).toMatchObject([{ act: 'same' }]);
    await undoPack({ sql: to.sql, parts }, { id, context });
    expect(await roles()).not.toContain('oslo');
  });

  test('given something changed here, then it is a conflict that says where', async () => {
    const other = [{ ...grants[0], where: { officeLocation: 'Rome' } }];
    await to.call('admin', 'POST', '/api/roles', { id: 'oslo', grants: other, permissions: [] });
    const [step] = await plan();
    expect(step).toMatchObject({ act: 'conflict' });
    expect(step!.differences).toContainEqual({
      path: ['grants', 'account', 'where'],
      before: { officeLocation: 'Rome' },
      after: { officeLocation: 'Oslo' },
    });
  });

  test('given what it needs is missing, or one part is refused, then nothing is written', async () => {
    const broken = new Map(pack).set(
      'role/second.json',
      JSON.stringify({
        grants: [{ entity: 'account', actions: ['read'], where: { nowhere: 1 } }],
        permissions: [],
      }),
    );
    const parts = to.configuration.parts();
    const before = await roles();
    await expect(
      applyPack({ sql: to.sql, parts }, { ...itemsOf(broken, parts), context }),
    ).rejects.toMatchObject({ status: 422, extra: { definition: { kind: 'role', id: 'second' } } });
    expect(await roles()).toEqual(before);
    expect(() => readZip(Buffer.from('no zip'))).toThrow('pack-not-zip');
  });
});

test('shared reports and the dashboards that show them go along, by name, with what they need', async () => {
  await from.person('Rita', ['administrator']);
  const definition = {
    ...{ entity: 'account', groups: [{ field: 'sector' }], chart: 'bar' },
    measures: [{ id: 'count', function: 'count' }],
  };
  const keep = (name: string, sharing: string) =>
    from.call('Rita', 'POST', '/api/reports', { name, sharing, definition });
  const { body: report } = await keep('By sector', 'everybody');
  await keep('Hers alone', 'private');
  const files = readZip(writeZip(await packFiles(from.configuration.parts(), 'Test')));
  const parts = to.configuration.parts();
  const given = itemsOf(files, parts);
  const steps = (await planPack({ sql: to.sql, parts }, given.items)).steps.filter(
    ({ kind }) => kind === 'report',
  );
  expect(steps).toMatchObject([{ id: report['id'], title: 'By sector', act: 'add', missing: [] }]);
  const reader = await to.person('Ravi', ['administrator']);
  const at = { ...context, actor: { ...systemActor, id: reader, userId: reader } };
  const only = { ...given, items: given.items.filter(({ kind }) => kind === 'report') };
  await applyPack({ sql: to.sql, parts }, { ...only, context: at });
  const { body } = await to.call('Ravi', 'GET', `/api/reports/${String(report['id'])}`);
  expect(body).toMatchObject({ name: 'By sector', definition, owner: { title: 'Ravi' } });
  // A field that a report groups by is used by it, whosever it is.
  const uses = await from.call('admin', 'GET', '/api/entities/account/uses');
  expect(JSON.stringify(uses.body)).toContain('Hers alone');
  // What is no report is refused before anything is written.
  const wrong = only.items.map((item) => ({
    ...item,
    id: 'x',
    content: { ...Object(item.content), definition: { ...definition, chart: 'nonsense' } },
  }));
  await expect(
    applyPack({ sql: to.sql, parts }, { ...only, items: wrong, context: at }),
  ).rejects.toMatchObject({
    code: 'validation',
  });
});

test('given a dashboard that shows a report of one person alone, then both go along and come in', async () => {
  await from.person('Mona', ['administrator']);
  const ask = (method: 'GET' | 'POST' | 'PUT', path: string, body?: object) =>
    from.call('Mona', method, path, body);
  const definition = {
    ...{ entity: 'account', groups: [{ field: 'sector' }], chart: 'bar' },
    measures: [{ id: 'count', function: 'count' }],
  };
  const { body: report } = await ask('POST', '/api/reports', {
    name: 'Mine',
    sharing: 'private',
    definition,
  });
  const { body: made } = await ask('POST', '/api/screens', {
    ...{
      kind: 'dashboard',
      entity: 'account',
      label: { 'zh-CN': '物业总览' },
      nav: { group: 'custom', icon: 'box', order: 90 },
    },
  });
  const path = `/api/screens/${String(made['id'])}`;
  const { body: opened } = await ask('GET', path);
  // The cast: the shape that the designer reads.
  const tree = opened['tree'] as { children: { id: string; children: unknown[] }[] };
  const tile = { id: 'r', node: 'report', report: report['id'] };
  tree.children.find(({ id }) => id === '#body')!.children.push(tile);
  expect((await ask('PUT', path, { version: opened['version'], tree })).status).toBe(200);
  const parts = to.configuration.parts();
  const given = itemsOf(readZip(writeZip(await packFiles(from.configuration.parts(), 'Test'))), parts);
  const items = given.items.filter(({ id }) => id === made['id'] || id === report['id']);
  const steps = (await planPack({ sql: to.sql, parts }, items)).steps;
  expect(steps.map(({ kind, missing }) => [kind, missing])).toEqual([
    ['report', []],
    ['screen', []],
  ]);
  const reader = await to.person('Rune', ['administrator']);
  const at = { ...context, actor: { ...systemActor, id: reader, userId: reader } };
  const { id } = await applyPack({ sql: to.sql, parts }, { ...given, items, context: at });
  expect((await planPack({ sql: to.sql, parts }, items)).steps).toMatchObject([
    { act: 'same' },
    { act: 'same' },
  ]);
  await undoPack({ sql: to.sql, parts }, { id, context: at });
  expect((await to.call('Rune', 'GET', `/api/reports/${String(report['id'])}`)).status).toBe(404);
  // A screen that was put with what was made here stands in that group, by its name.
  const { body: meta } = await ask('GET', '/api/meta');
  const groups = meta['navigation'] as { group: string; label: string }[];
  expect(groups.find(({ group }) => group === 'custom')).toMatchObject({ label: 'More' });
});

test('given names in one language alone, then plans and readers of the other see them', async () => {
  const label = { 'zh-CN': '东区主管' };
  await from.call('admin', 'POST', '/api/roles', { id: 'dqzg', label, grants, permissions: [] });
  const entity = {
    id: 'sp',
    label: { one: { 'zh-CN': '商铺' }, many: { 'zh-CN': '商铺' } },
    title: 'name',
    fields: { name: { type: 'text', required: true } },
  };
  expect((await from.call('admin', 'POST', '/api/entities', entity)).status).toBeLessThan(300);
  const parts = to.configuration.parts();
  const given = itemsOf(readZip(writeZip(await packFiles(from.configuration.parts(), 'Test'))), parts);
  const titles = given.items.filter(({ id }) => ['sp', 'dqzg'].includes(id)).map(({ title }) => title);
  expect(titles).toEqual(['商铺', '东区主管']);
  const { body: meta } = await from.call('admin', 'GET', '/api/meta');
  const entities = meta['entities'] as { id: string; label: { one: string } }[];
  expect(entities.find(({ id }) => id === 'sp')).toMatchObject({ label: { one: '商铺' } });
});

test('the navigation is arranged for everybody and for a role, goes along in packs, and back', async () => {
  interface Group {
    group: string;
    label: string;
    items: { screen: string | null; entity: string }[];
  }
  const seen = async (role = ''): Promise<Group[]> =>
    (await from.call('admin', 'GET', `/api/meta${role}`)).body['navigation'] as Group[];
  const first = await seen();
  const [one, two] = [first[0]!, first[1]!];
  const moved = one.items.find(({ screen }) => screen)!;
  const opened = await from.call('admin', 'GET', '/api/navigation');
  // The cast: the shape that the page reads.
  const groups = opened.body['groups'] as { id: string; places: { key: string }[] }[];
  const key = groups[0]!.places[0]!.key;
  const own = { id: 'own-mine', label: { en: 'Every morning', 'zh-CN': '每天早上' }, places: [{ key }] };
  // given a group of one's own comes first, the next one has another name, and the last is hidden
  const layout = {
    groups: [
      own,
      { id: two.group, label: { en: 'Renamed' }, places: [] },
      { id: one.group, isHidden: true, places: [] },
    ],
  };
  const save = (role: string | null, wanted: unknown, version: number) =>
    from.call('admin', 'PUT', '/api/navigation', { role, layout: wanted, version });
  expect((await save(null, layout, 0)).status).toBe(200);
  // then that is what people see, with all else where it was
  const now = await seen();
  expect(now.map(({ label }) => label).slice(0, 2)).toEqual(['Every morning', 'Renamed']);
  expect(now[0]!.items).toContainEqual(expect.objectContaining({ entity: moved.entity }));
  expect(now[1]!.items).toEqual(two.items);
  expect(now.map(({ group }) => group)).not.toContain(one.group);
  expect(await save(null, layout, 0)).toMatchObject({ status: 409, body: { code: 'navigation-changed' } });
  // and a role has its own
  await save('oslo', { groups: [{ id: two.group, label: { en: 'Oslo’s' }, places: [] }] }, 0);
  const rows = (await from.call('admin', 'GET', '/api/navigation?role=oslo')).body;
  expect(rows).toMatchObject({ version: 1, roles: ['oslo'] });
  expect((rows['groups'] as unknown[])[0]).toMatchObject({ label: { en: 'Oslo’s' } });
  // and both go along in a pack
  const files = readZip(writeZip(await packFiles(from.configuration.parts(), 'Test')));
  const parts = to.configuration.parts();
  const given = itemsOf(files, parts);
  const items = given.items.filter(({ kind }) => kind === 'navigation');
  expect(items.map(({ id }) => id).toSorted()).toEqual(['everybody', 'oslo']);
  const { id } = await applyPack({ sql: to.sql, parts }, { ...given, items, context });
  expect((await to.call('admin', 'GET', '/api/navigation')).body).toMatchObject({ version: 1 });
  await undoPack({ sql: to.sql, parts }, { id, context });
  expect((await to.call('admin', 'GET', '/api/navigation')).body).toMatchObject({ version: 0 });
  // when it is reset, then it is as the plugins say
  await save(null, null, 1);
  expect(await seen()).toEqual(first);
});

test('a screen that was edited by hand and is none any more is refused, and nobody’s page breaks', async () => {
  const parts = to.configuration.parts();
  const overlay = (...operations: unknown[]) => ({ overlays: [{ operations }] });
  const wrong: [string, unknown][] = [
    ['customers.account', overlay({ op: 'explode', id: 'name' })],
    ['customers.account', overlay({ op: 'hide' })],
    [
      'customers.account',
      overlay({ op: 'add', parent: '#side', node: { id: 'x', node: 'section', children: 'none' } }),
    ],
    ['customers.account', overlay({ op: 'set', id: '#side', path: 'children', value: 'none' })],
    ['customers.account', { overlays: 'none' }],
    ['screen.hand', { definition: { id: 'screen.hand', kind: 'nonsense', entity: 'account' } }],
    ['screen.hand', { definition: { id: 'screen.hand', kind: 'board', entity: 'account', card: 5 } }],
    ['screen.hand', 'none'],
  ];
  for (const [id, content] of wrong) {
    const items = [{ kind: 'screen', id, title: id, content }];
    await expect(
      applyPack({ sql: to.sql, parts }, { name: 'By hand', items, context }),
    ).rejects.toMatchObject({
      status: 422,
      code: 'screen-shape',
      extra: { definition: { kind: 'screen', id } },
    });
  }
  expect((await to.call('admin', 'GET', '/api/meta')).status).toBe(200);
});
