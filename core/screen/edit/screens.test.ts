import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../access/index.ts';
import { systemActor } from '../../access/index.ts';
import { definePlugin } from '../../plugin.ts';
import { createRegistry, type Registry } from '../../registry.ts';
import { defineEntity, money, relation, select, text } from '../../entity/index.ts';
import { recordWorld, type RecordWorld } from '../../../tests/support/record-world.ts';
import type { Screen } from '../definition.ts';
import { forReader } from '../for-reader.ts';
import { createScreens, type Screens } from '../screens.ts';
import { readChanges } from '../store/screen-changes.ts';
import type { TreeNode } from '../tree/screen-tree.ts';
import { findPlace } from '../tree/walk.ts';
import { screenUses } from '../uses.ts';
import { createScreen } from './create-screen.ts';
import { listScreens } from './list-screens.ts';
import { openScreen, type OpenScreen } from './open-screen.ts';
import type { EditParts } from './parts.ts';
import { resetVariant, restoreChange } from './restore-change.ts';
import { saveVariant } from './save-variant.ts';

const firm = defineEntity({ id: 'firm', title: 'name', fields: { name: text() } });
const deal = defineEntity({
  id: 'deal',
  title: 'name',
  owner: true,
  fields: {
    name: text({ required: true }),
    stage: select({ options: [{ value: 'new' }, { value: 'lost' }] }),
    amount: money(),
    firm: relation('firm'),
  },
});
const page: Screen = {
  id: 'trade.deal',
  kind: 'record',
  entity: 'deal',
  header: ['stage'],
  side: [
    {
      id: 'facts',
      node: 'section',
      title: 'The facts',
      children: [{ id: 'name', node: 'field', field: 'name' }],
    },
  ],
};

let world: RecordWorld;
let registry: Registry;
let screens: Screens;
let parts: EditParts;
const editing = {
  actor: 'ann',
  at: Date.now(),
  locale: 'en' as const,
  flows: new Set(['follow-up']),
  reports: new Set<string>(),
};
const all = { role: null, device: null };
const reader = (roles: readonly string[], permissions: string[] = []): Actor => ({
  ...systemActor,
  kind: 'user',
  roles,
  permissions: new Set(permissions),
});

async function registryWith(screen: Screen): Promise<Registry> {
  return createRegistry([
    definePlugin({
      id: 'trade',
      version: '1.0.0',
      relata: '^0.1.0',
      url: import.meta.url,
      locales: '../../locales/screen.*.json',
      entities: [firm, deal],
      screens: [screen],
      roles: [
        { id: 'trade.seller', permissions: [], grants: [{ entity: 'deal', actions: ['read', 'update'] }] },
        { id: 'trade.clerk', permissions: [], grants: [{ entity: '*', actions: ['read'] }] },
      ],
    }),
  ]);
}

beforeAll(async () => {
  registry = await registryWith(page);
  world = await recordWorld([firm, deal], registry.roles);
  screens = createScreens({ sql: world.sql, registry });
  parts = { sql: world.sql, registry, screens };
});
afterAll(() => world?.close());

const open = (variant: OpenScreen['variant'] = all, id = page.id): Promise<OpenScreen> =>
  openScreen(parts, { id, variant, editing });
const save = (opened: OpenScreen, tree: TreeNode): Promise<void> =>
  saveVariant(
    parts,
    { ...opened, tree, keep: opened.broken.map(({ operation }) => operation), note: null },
    editing,
  );
const edited = (opened: OpenScreen, change: (tree: TreeNode) => void): TreeNode => {
  const tree = structuredClone(opened.tree);
  change(tree);
  return tree;
};
const add = (tree: TreeNode, parent: string, node: TreeNode): number =>
  findPlace(tree, parent)!.node.children!.push(node);
const shown = (roles: readonly string[], device: 'phone' | null = null): Screen =>
  forReader(screens.shown(screens.base(page.id).screen, { roles, device }), {
    actor: reader(roles),
    registry,
    access: world.access,
  });
const idsIn = (screen: Screen, part: 'side' | 'body'): string[] => (screen[part] ?? []).map(({ id }) => id);

test('an entity has screens without anybody declaring them, and a page is complete', async () => {
  const list = await listScreens(parts, editing);
  expect(list.filter(({ entity }) => entity === 'deal').map(({ id, source }) => [id, source])).toEqual([
    ['trade.deal', 'plugin'],
    ['default.deal.list', 'default'],
    ['default.deal.form', 'default'],
    ['default.deal.board', 'default'],
  ]);
  const { tree, version } = await open();
  expect(version).toBe(0);
  expect(findPlace(tree, 'more')?.node.children?.map(({ id }) => id)).toEqual([
    'more.stage',
    'more.amount',
    'more.firm',
    'more.owner',
  ]);
  const firmPage = await open(all, 'default.firm.record');
  expect(findPlace(firmPage.tree, 'related.deal.firm')?.parent?.id).toBe('tab.related.deal.firm');
});

test('what an admin changes is shown to readers, by role and device, and kept apart from the base', async () => {
  const first = await open();
  await save(
    first,
    edited(first, (tree) =>
      add(tree, '#side', {
        id: 'own',
        node: 'section',
        children: [{ id: 'own.amount', node: 'field', field: 'amount', visible: "stage = 'lost'" }],
      }),
    ),
  );
  const forSellers = await open({ role: 'trade.seller', device: null });
  expect(findPlace(forSellers.base, 'own')).toBeDefined();
  await save(
    forSellers,
    edited(forSellers, (tree) => (findPlace(tree, 'facts')!.node.hidden = true)),
  );
  const onPhones = await open({ role: null, device: 'phone' });
  await save(
    onPhones,
    edited(onPhones, (tree) => (findPlace(tree, 'own')!.node.hidden = true)),
  );
  expect(idsIn(shown(['trade.clerk']), 'side')).toContain('own');
  expect(idsIn(shown(['trade.clerk']), 'side')).toContain('facts');
  expect(idsIn(shown(['trade.seller']), 'side')).not.toContain('facts');
  expect(idsIn(shown(['trade.clerk'], 'phone'), 'side')).not.toContain('own');
  expect(page.side).toHaveLength(1);
  expect((await open()).variants).toHaveLength(3);
});

test('a reader gets nothing about entities they may not see', async () => {
  const opened = await open();
  const withList = edited(opened, (tree) =>
    add(tree, '#body', { id: 'firms', node: 'records', entity: 'firm', columns: ['name'] }),
  );
  await save(opened, withList);
  expect(idsIn(shown(['trade.clerk']), 'body')).toContain('firms');
  expect(idsIn(shown(['trade.seller']), 'body')).not.toContain('firms');
});

test('what cannot work is refused with a sentence at its part', async () => {
  const opened = await open();
  const tree = edited(opened, (own) => {
    add(own, '#side', { id: 'x', node: 'field', field: 'colour' });
    add(own, '#side', { id: 'y', node: 'field', field: 'name', visible: 'stage = ' });
    add(own, '#side', { id: 'z', node: 'field', field: 'name', required: '$get("firm", firm).name' });
    add(own, '#body', { id: 'r', node: 'related', entity: 'ghost', by: 'deal', columns: [] });
    add(own, '#body', {
      ...{ id: 'n', node: 'number', entity: 'deal', measure: { function: 'count' } },
      conditions: [{ field: 'amount', operator: 'contains', value: '1' }],
    });
    add(own, '#actions', { id: 'a', node: 'action', flow: 'unknown-flow' });
  });
  await expect(save(opened, tree)).rejects.toMatchObject({
    status: 422,
    errors: [
      { pointer: '/a/flow', message: expect.stringContaining('“unknown-flow” is not deployed') },
      { pointer: '/x/field', message: expect.stringContaining('has no field “colour”') },
      { pointer: '/y/visible', message: expect.stringMatching(/./) },
      { pointer: '/z/required', message: expect.stringContaining('$get asks the server') },
      { pointer: '/r/entity', message: expect.stringContaining('“ghost”, which no longer exists') },
      { pointer: '/n/conditions', message: expect.stringContaining('cannot be compared by “contains”') },
    ].map((error) => expect.objectContaining(error)) as unknown,
  });
});

test('two admins: the slower is told', async () => {
  const [one, other] = [await open(), await open()];
  await save(
    one,
    edited(one, (tree) => (findPlace(tree, 'own')!.node['title'] = 'Loss')),
  );
  const late = save(
    other,
    edited(other, (tree) => (findPlace(tree, 'own')!.node['title'] = 'Why lost')),
  );
  await expect(late).rejects.toMatchObject({ status: 409, code: 'screen-changed' });
});

test('every change has its author, and can be brought back; a reset too', async () => {
  await resetVariant(parts, { id: page.id, variant: all }, editing);
  expect(findPlace((await open()).tree, 'own')).toBeUndefined();
  const changes = await readChanges(world.sql, page.id);
  expect(changes[0]).toMatchObject({ changedBy: 'ann', isEmpty: true, kind: 'overlay' });
  const before = changes.find(({ isEmpty, role, device }) => !isEmpty && role === null && device === null)!;
  await restoreChange(parts, { id: page.id, change: before.id, note: 'undone' }, editing);
  expect(findPlace((await open()).tree, 'own')?.node['title']).toBe('Loss');
});

test('a field that is gone leaves a broken part for who may mend it, and a page that works', async () => {
  const without = await registryWith(page);
  without.replaceAdminEntities([
    { ...registry.entity('deal'), fields: { name: text(), stage: deal.fields.stage } },
  ]);
  const later = createScreens({ sql: world.sql, registry: without });
  await later.refresh();
  const tree = later.shown(later.base(page.id).screen, { roles: [], device: null });
  const seen = (actor: Actor): Screen & { problems?: number } =>
    forReader(tree, { actor, registry: without, access: world.access });
  const own = (screen: Screen): unknown => screen.side?.find(({ id }) => id === 'own');
  expect(own(seen(reader(['administrator'], ['*'])))).toMatchObject({
    children: [
      {
        id: 'own.amount',
        node: 'broken',
        problem: expect.stringContaining('has no field “amount”') as unknown,
      },
    ],
  });
  expect(seen(reader(['administrator'], ['*'])).problems).toBe(1);
  // and while it can come back, by the name that people know
  const was = { ...deal.fields.amount, label: { en: 'Amount due', 'zh-CN': '应付金额' } };
  without.replaceAdminEntities(
    [{ ...registry.entity('deal'), fields: { name: text(), stage: deal.fields.stage } }],
    new Map([['deal', { amount: was }]]),
  );
  expect(own(seen(reader(['administrator'], ['*'])))).toMatchObject({
    children: [{ problem: expect.stringContaining('“Amount due” was removed') as unknown }],
  });
  expect(own(seen(reader(['trade.clerk'])))).toBeUndefined();
});

test('an upgrade of the plugin is compared with what was changed', async () => {
  const upgraded = await registryWith({
    ...page,
    side: [{ id: 'basics', node: 'section', children: [{ id: 'name', node: 'field', field: 'name' }] }],
  });
  const later = createScreens({ sql: world.sql, registry: upgraded });
  const opened = await openScreen(
    { sql: world.sql, registry: upgraded, screens: later },
    { id: page.id, variant: { role: 'trade.seller', device: null }, editing },
  );
  expect(opened.broken).toMatchObject([
    { problem: 'gone', text: expect.stringContaining('“The facts”') as unknown },
  ]);
  expect(opened.upgrade?.conflicts).toMatchObject([{ kind: 'gone', operation: { op: 'hide', id: 'facts' } }]);
});

test('an admin makes a screen, and may put it away', async () => {
  const id = await createScreen(
    parts,
    { kind: 'board', entity: 'deal', label: 'My board', nav: { group: 'trade', icon: 'kanban' } },
    editing,
  );
  const opened = await open(all, id);
  expect(opened).toMatchObject({ source: 'admin', version: 1, label: 'My board', kind: 'board' });
  await save(
    opened,
    edited(opened, (tree) => (findPlace(tree, '#card')!.node.children = [])),
  );
  expect(screens.base(id).screen.card).toEqual([]);
  const empty = createScreen(parts, { kind: 'calendar', entity: 'firm', label: 'Days' }, editing);
  await expect(empty).rejects.toMatchObject({ status: 422 });
});

test('where a field is used is read from the definitions', () => {
  const uses = screenUses(
    screens.bases().map(({ screen }) => screen),
    { entity: 'deal', field: 'stage' },
  );
  expect(uses).toContainEqual({ screen: page.id, node: 'header.stage', path: 'field' });
  expect(uses).toContainEqual({ screen: 'default.deal.board', node: '#screen', path: 'lanes' });
});
