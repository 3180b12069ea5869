import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../access/index.ts';
import { wallClock } from '../clock.ts';
import { createHandlers } from '../job/index.ts';
import {
  defineEntity,
  json,
  relation,
  relationMany,
  select,
  text,
  integer,
  dateTime,
} from '../entity/index.ts';
import { recordWorld, type RecordWorld } from '../../tests/support/record-world.ts';
import {
  createSegments,
  refreshSegments,
  segmentChangeSubscriber,
  segmentDefinitionSubscriber,
  segmentJobs,
  type Segments,
} from './index.ts';

const firm = defineEntity({ id: 'firm', title: 'name', fields: { name: text(), sector: text() } });
const person = defineEntity({
  id: 'person',
  title: 'name',
  fields: { name: text(), city: text(), age: integer(), seen: dateTime(), firm: relation('firm', {}) },
});
const deal = defineEntity({
  id: 'deal',
  title: 'name',
  fields: {
    name: text(),
    firm: relation('firm', {}),
    stage: select({ options: ['open', 'won'] }),
    people: relationMany('person'),
  },
});
const group = defineEntity({
  id: 'group',
  title: 'name',
  members: { of: 'person', condition: 'condition', key: 'key', entered: 'test.entered', left: 'test.left' },
  fields: { name: text(), key: text(), condition: json() },
});

let world: RecordWorld;
let segments: Segments;
let now = Date.parse('2026-11-22T10:00:00Z');

beforeAll(async () => {
  world = await recordWorld([firm, person, deal, group]);
  const parts = { ...world, hasEntity: () => true, now: () => now, wakeSoon: () => {} };
  world.events.subscribe(segmentDefinitionSubscriber(parts));
  world.events.subscribe(segmentChangeSubscriber(parts));
  segments = createSegments({ ...world, clock: { ...wallClock, now: () => now }, wake: () => {} });
});
afterAll(() => world.close());

/** Runs the jobs of segments as a worker does, until none is left; answers what flows were told. */
async function settle(): Promise<{ name: string; ids: string[] }[]> {
  const handlers = createHandlers();
  handlers.register(segmentJobs({ ...world, now: () => now, wake: () => {} }));
  for (;;) {
    const jobs = await world.sql`
      update core.job set leased_by = 7, lease_until = now() + interval '1 minute'
      where kind like 'segment.%' and leased_by is null
      returning id, kind, lane, payload, attempts`;
    if (jobs.length === 0) break;
    for (const [handler, own] of handlers.group(jobs as never))
      await handler.run(own, { worker: 7, signal: new AbortController().signal });
  }
  const told = await world.sql<{ payload: { all: { name: string; ids: string[] }[] } }[]>`
    delete from core.job where kind = 'flow.happening' returning payload`;
  return told.flatMap(({ payload }) => payload.all.map(({ name, ids }) => ({ name, ids })));
}

async function define(key: string, condition: unknown): Promise<string> {
  const [id = ''] = await world.create('group', [{ name: key, key, condition }]);
  await settle();
  return id;
}

const names = async (id: string): Promise<string[]> =>
  (await segments.members(systemActor, id, { limit: 100 })).items.map(({ title }) => title ?? '').toSorted();
const update = async (entity: string, id: string, values: Record<string, unknown>): Promise<void> => {
  await world.records.write({ actor: systemActor, changes: [{ op: 'update', entity, id, values }] });
};

test('a segment follows its fields, paths, related records and other segments', async () => {
  // given three people, two firms and a segment over all ways to ask
  const [calder = '', dunmore = ''] = await world.create('firm', [
    { name: 'Calder', sector: 'software' },
    { name: 'Dunmore', sector: 'retail' },
  ]);
  const [ann = '', ben = ''] = await world.create('person', [
    { name: 'Ann', city: 'Lisbon', age: 40, firm: calder },
    { name: 'Ben', city: 'Lisbon', age: 30, firm: dunmore },
    { name: 'Cleo', city: 'Porto', age: 50 },
  ]);
  const lisbon = await define('lisbon', { where: { city: 'Lisbon' } });
  const buyers = await define('buyers', {
    all: [
      { member: lisbon },
      { where: { 'firm.sector': { in: ['software', 'energy'] } } },
      { related: { entity: 'deal', by: 'firm', from: 'firm', where: { stage: 'won' }, count: { gte: 2 } } },
    ],
  });
  expect(await names(lisbon)).toEqual(['Ann', 'Ben']);
  expect(await names(buyers)).toEqual([]);
  // when a second deal of Ann's firm is won
  const deals = await world.create('deal', [
    { name: 'one', firm: calder, stage: 'won' },
    { name: 'two', firm: calder, stage: 'open' },
  ]);
  expect(await settle()).toEqual([]);
  await update('deal', deals[1]!, { stage: 'won' });
  // then she has entered, and flows hear of it by either name
  expect((await settle()).map(({ name }) => name).toSorted()).toEqual([
    'test.entered',
    'test.entered.buyers',
  ]);
  expect(await names(buyers)).toEqual(['Ann']);
  // when the deal moves to another firm, the old one is not forgotten
  await update('deal', deals[0]!, { firm: dunmore });
  expect((await settle()).map(({ name, ids }) => [name, ids])).toContainEqual(['test.left.buyers', [ann]]);
  expect(await names(buyers)).toEqual([]);
  // and a member of the first segment who leaves it leaves the second too
  await update('deal', deals[0]!, { firm: calder });
  await settle();
  expect(await names(buyers)).toEqual(['Ann']);
  await update('person', ann, { city: 'Porto' });
  await settle();
  expect([await names(lisbon), await names(buyers)]).toEqual([['Ben'], []]);
  // and a firm that changes its sector, and a person who is deleted
  await update('person', ann, { city: 'Lisbon' });
  await settle();
  await update('firm', calder, { sector: 'mining' });
  await settle();
  expect(await names(buyers)).toEqual([]);
  await world.records.write({ actor: systemActor, changes: [{ op: 'delete', entity: 'person', id: ben }] });
  await settle();
  expect(await names(lisbon)).toEqual(['Ann']);
});

test('after a change every segment has whom it would have if it were made now, however alike they ask', async () => {
  // given conditions of one form with other values, and of forms of their own
  const [mine = '', other = ''] = await world.create('firm', [{ name: 'Mine' }, { name: 'Other' }]);
  const [hal = '', ivy = ''] = await world.create('person', [
    { name: 'Hal', city: 'Evora', age: 20, firm: mine },
    { name: 'Ivy', city: 'Braga', age: 60, firm: other },
  ]);
  await world.create(
    'deal',
    [mine, mine, other].map((firm) => ({ name: 'x', firm, stage: 'won' })),
  );
  const counted = (count: Record<string, number>) => ({
    related: { entity: 'deal', by: 'firm', from: 'firm', where: { stage: 'won' }, count },
  });
  const conditions: unknown[] = [
    ...['Evora', 'Braga', 'Evora'].map((city) => ({ where: { city } })),
    ...['Evora', 'Braga'].map((city) => ({ not: { where: { city: { in: [city, 'Porto'] } } } })),
    ...[2, 3].map((gte) => counted({ gte })),
    ...[1, 0, 2].map((eq) => counted({ eq })),
    { all: [{ where: { city: { ne: null } } }, { where: { age: { gt: 30 } } }] },
    { where: {} },
    { where: {} },
  ];
  const before: string[] = [];
  for (const [nth, condition] of conditions.entries()) before.push(await define(`alike-${nth}`, condition));
  // when one moves and changes the firm, the other is deleted
  await update('person', hal, { city: 'Braga', age: 40, firm: other });
  await world.records.write({ actor: systemActor, changes: [{ op: 'delete', entity: 'person', id: ivy }] });
  await settle();
  // then
  for (const [nth, condition] of conditions.entries())
    expect([condition, await names(before[nth]!)]).toEqual([
      condition,
      await names(await define(`anew-${nth}`, condition)),
    ]);
});

test('a segment follows a list of records: who comes into it, and who goes', async () => {
  const [kim = '', lee = ''] = await world.create('person', [
    { name: 'Kim', city: 'Tavira' },
    { name: 'Lee', city: 'Sagres' },
  ]);
  const [first = '', second = ''] = await world.create('deal', [
    { name: 'p1', stage: 'won', people: [kim] },
    { name: 'p2', stage: 'open', people: [kim, lee] },
  ]);
  const on = (where: object, count = { gte: 1 }) => ({
    related: { entity: 'deal', by: 'people', where, count },
  });
  const some = await define('on-a-won-deal', on({ stage: 'won' }));
  const two = await define('on-two-won-deals', on({ stage: 'won' }, { gte: 2 }));
  const beside = await define('beside-lee', on({ 'people.city': 'Sagres' }));
  const all = async () => [await names(some), await names(two), await names(beside)];
  expect(await all()).toEqual([['Kim'], [], ['Kim', 'Lee']]);
  await update('deal', second, { stage: 'won' });
  await settle();
  expect(await all()).toEqual([['Kim', 'Lee'], ['Kim'], ['Kim', 'Lee']]);
  await update('deal', second, { people: { remove: [lee] } });
  await update('deal', first, { people: [lee] });
  await settle();
  expect(await all()).toEqual([['Kim', 'Lee'], [], ['Lee']]);
});

test('who has none of something, and conditions that read the time', async () => {
  const [id = ''] = await world.create('person', [{ name: 'Dora', seen: '2026-11-01T00:00:00Z' }]);
  const asleep = await define('asleep', {
    all: [
      { where: { seen: { lt: { ago: 'P30D' } } } },
      { not: { related: { entity: 'deal', by: 'firm', from: 'firm' } } },
    ],
  });
  expect(await names(asleep)).toEqual([]);
  // when ten days and the hourly look have passed
  now += 10 * 86_400_000;
  await refreshSegments({ ...world, now: () => now });
  expect(await settle()).toContainEqual({ name: 'test.entered.asleep', ids: [id] });
  expect(await names(asleep)).toEqual(['Dora']);
});

test('a change that nobody reads leaves no job; what an import writes quietly is seen, and starts nothing', async () => {
  const [id = ''] = await world.create('person', [{ name: 'Eve', city: 'Faro' }]);
  await settle();
  await update('person', id, { name: 'Eva' });
  expect(await world.sql`select 1 from core.job where kind = 'segment.change'`).toHaveLength(0);
  const faro = await define('faro', { where: { city: 'Faro' } });
  await world.records.write({
    actor: systemActor,
    isQuiet: true,
    changes: [{ op: 'create', entity: 'person', values: { name: 'Fay', city: 'Faro' } }],
  });
  expect(await settle()).toEqual([]);
  expect(await names(faro)).toEqual(['Eva', 'Fay']);
});

test('a list is what people put on it', async () => {
  const [id = ''] = await world.create('person', [{ name: 'Gus' }]);
  const list = await define('list', null);
  const ghost = '00000000-0000-7000-8000-000000000000';
  expect(await segments.change({ segment: list, add: [id, id, ghost], actor: 'a' })).toEqual({
    added: 1,
    removed: 0,
  });
  expect(await names(list)).toEqual(['Gus']);
  expect(await segments.change({ segment: list, remove: [id], actor: 'a' })).toEqual({
    added: 0,
    removed: 1,
  });
  const faro = await define('faro-2', { where: { city: 'Faro' } });
  await expect(segments.change({ segment: faro, add: [id], actor: 'a' })).rejects.toThrow('segment-not-list');
});

test.each([
  ['a part that is two things', { where: {}, all: [] }, 'segment-part-unclear'],
  ['an unknown part', { sql: 'drop table' }, 'segment-part-unknown'],
  ['an unknown field', { where: { 'name"; drop': 1 } }, 'field-unknown'],
  [
    'another entity that does not point here',
    { related: { entity: 'deal', by: 'firm' } },
    'segment-related-by',
  ],
  [
    'a count that is none',
    { related: { entity: 'deal', by: 'firm', from: 'firm', count: { gte: -1 } } },
    'segment-count-unclear',
  ],
  ['a segment that is not there', { member: '00000000-0000-7000-8000-000000000000' }, 'segment-circle'],
  [
    'a condition without end',
    Array.from({ length: 9 }).reduce((inner) => ({ not: inner }), { where: {} }),
    'segment-deep',
  ],
])('%s is refused', async (_, condition, code) => {
  const refused = await world.create('group', [{ name: 'x', key: 'x', condition }]).catch((error) => error);
  expect(refused.errors?.[0]?.code).toBe(code);
});

test('two segments cannot each be part of the other', async () => {
  const one = await define('one', { where: { city: 'Faro' } });
  const two = await define('two', { member: one });
  const refused = await update('group', one, { condition: { member: two } }).catch((error) => error);
  expect(refused.errors[0].code).toBe('segment-circle');
});

test('who asks counts only what they may see', async () => {
  const reader = await world.person('Nobody', []);
  const condition = { where: { city: 'Faro' } };
  expect(await segments.preview({ actor: systemActor, entity: 'person', condition })).toMatchObject({
    count: 2,
  });
  expect(await segments.preview({ actor: reader, entity: 'person', condition })).toEqual({
    count: 0,
    sample: [],
  });
});
