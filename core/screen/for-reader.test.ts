import { beforeAll, expect, test } from 'vitest';
import { createAccess, systemActor, type Access, type Actor } from '../access/index.ts';
import { createModels, defineEntity, money, text } from '../entity/index.ts';
import { definePlugin } from '../plugin.ts';
import { createRegistry, type Registry } from '../registry.ts';
import type { Screen } from './definition.ts';
import { forReader } from './for-reader.ts';
import { treeOf } from './tree/screen-tree.ts';

const firm = defineEntity({ id: 'firm', title: 'name', fields: { name: text() } });
const deal = defineEntity({ id: 'deal', title: 'name', fields: { name: text(), amount: money() } });
const screen: Screen = {
  id: 'trade.deal',
  kind: 'record',
  entity: 'deal',
  side: [
    { id: 'money', node: 'section', children: [{ id: 'amount', node: 'field', field: 'amount' }] },
    { id: 'name', node: 'field', field: 'name' },
  ],
  body: [
    {
      id: 'tabs',
      node: 'tabs',
      children: [
        { id: 'activity', node: 'tab', children: [{ id: 'timeline', node: 'timeline' }] },
        {
          id: 'firms',
          node: 'tab',
          children: [{ id: 'list', node: 'records', entity: 'firm', columns: ['name'] }],
        },
      ],
    },
  ],
};

let registry: Registry;
let access: Access;
beforeAll(async () => {
  registry = await createRegistry([
    definePlugin({
      id: 'trade',
      version: '1.0.0',
      relata: '^0.1.0',
      url: import.meta.url,
      locales: '../locales/screen.*.json',
      entities: [firm, deal],
      screens: [screen],
      reports: [
        { id: 'trade.deals', definition: { entity: 'deal', groups: [], measures: [], chart: 'table' } },
        { id: 'trade.firms', definition: { entity: 'firm', groups: [], measures: [], chart: 'table' } },
      ],
      roles: [
        { id: 'trade.all', permissions: [], grants: [{ entity: '*', actions: ['read'] }] },
        {
          id: 'trade.narrow',
          permissions: [],
          grants: [{ entity: 'deal', actions: ['read'], fields: { amount: 'hidden' } }],
        },
      ],
    }),
  ]);
  access = createAccess({ registry, shapes: createModels(registry).shapes });
});

const actorOf = (role: string): Actor => ({
  ...systemActor,
  kind: 'user',
  roles: [role],
  permissions: new Set(),
});
const seenBy = (role: string): { side: string[]; tabs: string[] } => {
  const actor = actorOf(role);
  const { side = [], body = [] } = forReader(treeOf(screen), { actor, registry, access });
  return {
    side: side.map(({ id }) => id),
    tabs: body.flatMap((part) => ('children' in part ? part.children.map(({ id }) => id) : [])),
  };
};

test('what a reader may not see leaves no empty tab and no empty section behind', () => {
  expect(seenBy('trade.all')).toEqual({ side: ['money', 'name'], tabs: ['activity', 'firms'] });
  expect(seenBy('trade.narrow')).toEqual({ side: ['name'], tabs: ['activity'] });
});

test('a dashboard leaves out the reports whose records are not for its reader', () => {
  const board: Screen = {
    id: 'trade.glance',
    kind: 'dashboard',
    entity: 'deal',
    body: ['trade.deals', 'trade.firms', 'somebody-s-own'].map((report) => ({
      id: report,
      node: 'report',
      report,
    })),
  };
  const tilesFor = (role: string): unknown =>
    forReader(treeOf(board), { actor: actorOf(role), registry, access }).body?.map(({ id }) => id);
  expect(tilesFor('trade.all')).toEqual(['trade.deals', 'trade.firms', 'somebody-s-own']);
  expect(tilesFor('trade.narrow')).toEqual(['trade.deals', 'somebody-s-own']);
});

test('the report of a plugin that is away is left out, and told to who may mend the dashboard', () => {
  const body: Screen['body'] = [{ id: 'tile', node: 'report', report: 'rental.by-shop' }];
  const board: Screen = { id: 'trade.wall', kind: 'dashboard', entity: 'deal', body };
  const shownTo = (actor: Actor): unknown => forReader(treeOf(board), { actor, registry, access }).body;
  expect(shownTo(actorOf('trade.all'))).toEqual([]);
  expect(shownTo(systemActor)).toEqual([
    { id: 'tile', node: 'broken', problem: expect.stringMatching(/^The report that stands here/) },
  ]);
});
