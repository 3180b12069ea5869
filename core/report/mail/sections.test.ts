import { afterAll, beforeAll, expect, test } from 'vitest';
import { account, contact, seller } from '../../../tests/support/record-entities.ts';
import { recordWorld, type RecordWorld } from '../../../tests/support/record-world.ts';
import type { Actor } from '../../access/index.ts';
import type { Plugin } from '../../plugin.ts';
import { createRegistry } from '../../registry.ts';
import type { Screen } from '../../screen/definition.ts';
import { createScreens } from '../../screen/index.ts';
import { mailHtml, mailText } from './mail-page.ts';
import { readable, type SectionParts } from './sections.ts';

const days = {
  id: 'demo.days',
  definition: {
    ...{ entity: 'contact', groups: [{ field: 'createdAt', bucket: 'weekday' }], chart: 'bar' },
    measures: [{ id: 'count', function: 'count' }],
  },
};
const fresh = {
  id: 'demo.fresh',
  definition: {
    ...{ entity: 'contact', groups: [], chart: 'number', compare: 'createdAt' },
    conditions: [{ field: 'createdAt', operator: 'within', value: 'thisMonth' }],
    measures: [
      { id: 'count', function: 'count' },
      { id: 'total', function: 'sum', field: 'value' },
    ],
  },
};
const board: Screen = {
  ...{ id: 'demo.week', kind: 'dashboard', entity: 'contact', label: 'The week' },
  body: [
    { id: 'head', node: 'text', text: 'People & more' },
    { id: 'days', node: 'report', report: 'demo.days', title: 'When' },
    {
      ...{ id: 'none', node: 'chart', entity: 'account', measure: { function: 'count' }, title: 'Companies' },
      ...{ chart: 'pie', group: { field: 'name' } },
    },
    {
      ...{ id: 'all', node: 'chart', entity: 'contact', measure: { function: 'count' }, title: 'Names' },
      ...{ chart: 'bar', group: { field: 'name' } },
    },
    { id: 'list', node: 'records', entity: 'contact', columns: ['name'] },
  ],
};

let world: RecordWorld;
let parts: SectionParts;
let ann: Actor;
beforeAll(async () => {
  world = await recordWorld([account, contact], [seller]);
  ann = await world.person('Ann', ['seller']);
  await world.create(
    'contact',
    Array.from({ length: 63 }, (_, n) => ({ name: `<b>${String(n).padStart(2, '0')}</b>`, owner: ann.id })),
  );
  const own = { account, contact };
  const registry = Object.assign(
    {
      ...(await createRegistry([])),
      ...{
        plugins: [{ id: 'demo', reports: [days, fresh], screens: [board] } as unknown as Plugin],
        version: 1,
      }, // only that is read
    },
    {
      entity: (id: string) => own[id as keyof typeof own], // there are no others
      entities: () => [account, contact],
      hasEntity: () => true,
    },
  );
  parts = {
    ...{ records: world.records, models: world.models, sql: world.sql, access: world.access },
    clock: { now: Date.now },
    company: () => Promise.resolve({ timeZone: 'UTC', currency: 'USD' }),
    ...{ registry, screens: createScreens({ sql: world.sql, registry }) },
  };
});
afterAll(() => world.close());

test('a mailed dashboard has its headings, names days of the week, and says where there is nothing or more', async () => {
  const found = await readable(
    parts,
    { ...ann, locale: 'zh-CN' },
    { kind: 'dashboard', target: 'demo.week' },
  );
  // then its parts stand as on the page, without the list
  expect(found).toMatchObject({ name: 'The week', path: '/s/demo.week' });
  expect(found!.sections.map(({ name }) => name)).toEqual(['People & more', 'When', 'Companies', 'Names']);
  const [head, days, none, all] = found!.sections;
  expect(head!.report).toBeUndefined();
  const today = new Intl.DateTimeFormat('zh-CN', { weekday: 'long', timeZone: 'UTC' }).format(Date.now());
  expect(days!.report!.rows).toEqual([{ heads: [today], figures: ['63'], share: 1 }]);
  expect(none!.report).toMatchObject({ rows: [], note: expect.stringMatching(/\p{Script=Han}/u) });
  expect(all!.report!.rows).toHaveLength(60);
  expect(all!.report!.note).toContain('3');
  // and a mail of it is words, never markup of a record
  const page = { name: found!.name, link: 'https://crm.example.com/s/demo.week', sections: found!.sections };
  expect(mailHtml(page)).toContain('People &amp; more');
  expect(mailHtml(page)).toContain('&lt;b&gt;00&lt;/b&gt;');
  expect(mailHtml(page)).not.toContain('<b>00');
  expect(mailText(page)).toContain(`${today} | 63`);
});

test('a mailed number that is compared says what it was in the period before, also where it fell to nothing', async () => {
  // given contacts of this month, and somebody who reads in the next
  const next = new Date();
  next.setUTCMonth(next.getUTCMonth() + 1, 2);
  await world.create('contact', [{ name: 'worth', owner: ann.id, value: { amount: 12, currency: 'USD' } }]);
  const later = { ...parts, clock: { now: () => next.getTime() } };
  // when
  const found = await readable(later, ann, { kind: 'report', target: 'demo.fresh' });
  // then
  const page = { name: 'x', link: 'http://x', sections: found!.sections };
  expect(mailHtml(page)).toMatch(/>0<\/b><br><span[^>]*>64 in the period before/);
  expect(mailHtml(page)).toContain('$12 in the period before');
  expect(mailText(page)).toContain('0 | –\n64 in the period before | $12 in the period before');
});
