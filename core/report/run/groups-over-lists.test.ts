import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordWorld, type RecordWorld } from '../../../tests/support/record-world.ts';
import { defineRole, systemActor, type Actor } from '../../access/index.ts';
import {
  date,
  defineEntity,
  integer,
  multiSelect,
  relation,
  relationMany,
  text,
} from '../../entity/index.ts';
import type { ReportDefinition } from '../definition.ts';
import { reportRecords, runReport, type ReportParts } from '../index.ts';

const city = defineEntity({ id: 'city', title: 'name', fields: { name: text() } });
const guest = defineEntity({
  id: 'guest',
  title: 'name',
  owner: true,
  fields: {
    name: text(),
    city: relation('city'),
    level: text(),
    born: date(),
    visited: relationMany('city'),
  },
});
const party = defineEntity({
  id: 'party',
  title: 'name',
  fields: {
    name: text(),
    guests: relationMany('guest'),
    themes: multiSelect({ options: ['music', 'food', 'dance'] }),
    cost: integer(),
  },
});
const night = defineEntity({
  id: 'night',
  title: 'name',
  fields: { name: text(), party: relation('party') },
});
const host = defineRole({
  id: 'host',
  grants: [
    ...['party', 'city', 'night'].map((entity) => ({ entity, actions: ['read' as const] })),
    { entity: 'guest', actions: ['read'], where: { owner: '$actor.id' } },
  ],
});
const waiter = defineRole({
  id: 'waiter',
  grants: [
    { entity: 'party', actions: ['read'] },
    { entity: 'guest', actions: ['read'], fields: { level: 'masked' } },
  ],
});

let world: RecordWorld;
let parts: ReportParts;
let ann: Actor;

beforeAll(async () => {
  world = await recordWorld([city, guest, party, night], [host, waiter]);
  parts = {
    records: world.records,
    models: world.models,
    clock: { now: () => Date.parse('2026-03-15T20:00:00Z') },
    company: () => Promise.resolve({ timeZone: 'Asia/Shanghai', currency: 'USD' }),
  };
  ann = await world.person('Ann', ['host']);
  const [rome, oslo] = await world.create('city', [{ name: 'Rome' }, { name: 'Oslo' }]);
  const [gina, greg, otto, nobody] = await world.create('guest', [
    { name: 'Gina', city: rome, level: 'gold', born: '2026-01-05', owner: ann.id, visited: [rome, oslo] },
    { name: 'Greg', city: rome, level: 'blue', born: '2026-03-05', visited: [oslo] },
    { name: 'Otto', city: oslo, level: 'gold', born: '2026-01-09', owner: ann.id },
    { name: 'Nobody' },
  ]);
  const [ball] = await world.create('party', [
    { name: 'ball', guests: [gina, greg, otto], themes: ['music', 'dance'], cost: 10 },
    { name: 'dinner', guests: [greg, nobody], themes: ['food', 'music'], cost: 20 },
    { name: 'quiet', guests: [nobody], cost: 40 },
    { name: 'empty', cost: 80 },
  ]);
  await world.create('night', [
    { name: 'first', party: ball },
    { name: 'second', party: ball },
  ]);
});
afterAll(() => world?.close());

const definition = (...fields: (string | ReportDefinition['groups'][number])[]): ReportDefinition => ({
  entity: fields[0] === 'party.guests.city.name' ? 'night' : 'party',
  groups: fields.map((field) => (typeof field === 'string' ? { field } : field)),
  measures:
    fields[0] === 'party.guests.city.name'
      ? [{ id: 'count', function: 'count' }]
      : [
          { id: 'count', function: 'count' },
          { id: 'cost', function: 'sum', field: 'cost' },
        ],
  chart: 'table',
});
const plain = (key: unknown) => (key as { title?: string } | null)?.title ?? key;

/** Every row with the records behind it: who counts them finds the figure. */
async function told(asked: ReportDefinition, actor: Actor = systemActor): Promise<unknown[]> {
  const { rows } = await runReport(parts, { actor, definition: asked });
  return Promise.all(
    rows.map(async ({ keys, values, isOthers }) => {
      const cell = { keys: keys.map((key) => (key as { id?: string } | null)?.id ?? key) as string[] };
      const not = rows.filter((row) => !row.isOthers).map((row) => row.keys[0] as string);
      const { items } = await reportRecords(parts, {
        ...{ actor, definition: asked, cell: isOthers ? { ...cell, not } : cell },
      });
      expect([items.length, keys]).toEqual([values['count'], keys]);
      return [
        ...keys.map(plain),
        items
          .map(({ name }) => name)
          .toSorted()
          .join(' '),
      ];
    }),
  );
}

test('a record stands once in the group of each value behind its list, and once in the total', async () => {
  expect(await told(definition('guests.city.name'))).toEqual([
    ['Oslo', 'ball'],
    ['Rome', 'ball dinner'],
    [null, 'empty quiet'],
  ]);
  const answer = await runReport(parts, { actor: systemActor, definition: definition('guests.city.name') });
  expect(answer.rows.map(({ values }) => values['cost'])).toEqual([10, 30, 120]);
  expect(answer).toMatchObject({ total: { count: 4, cost: 150 }, several: ['guests.city.name'] });
  const once = await runReport(parts, { actor: systemActor, definition: definition('name') });
  expect(once.several).toEqual([]);
});

test('it groups by relations, spans of time and further lists behind a list, and by lists of choices', async () => {
  expect(await told(definition('guests.city'))).toEqual(
    expect.arrayContaining([
      ['Oslo', 'ball'],
      ['Rome', 'ball dinner'],
      [null, 'empty quiet'],
    ]),
  );
  // the ball has guests born before and after February, and none in it
  expect(await told(definition({ field: 'guests.born', bucket: 'month' }))).toEqual([
    ['2026-01-01', 'ball'],
    ['2026-03-01', 'ball dinner'],
    [null, 'empty quiet'],
  ]);
  const february = { cell: { keys: ['2026-02-01'] }, actor: systemActor };
  const month = definition({ field: 'guests.born', bucket: 'month' });
  expect((await reportRecords(parts, { ...february, definition: month })).items).toEqual([]);
  expect(await told(definition('guests.visited.name'))).toEqual([
    ['Oslo', 'ball dinner'],
    ['Rome', 'ball'],
    [null, 'empty quiet'],
  ]);
  expect(await told(definition('guests.visited'))).toContainEqual(['Oslo', 'ball dinner']);
  expect(await told(definition('themes'))).toEqual([
    ['dance', 'ball'],
    ['food', 'dinner'],
    ['music', 'ball dinner'],
    [null, 'empty quiet'],
  ]);
  expect(await told(definition('party.guests.city.name'))).toEqual([
    ['Oslo', 'first second'],
    ['Rome', 'first second'],
  ]);
});

test('groups over the same list are of the same record behind it', async () => {
  // nobody golden lives in Oslo but Otto, and nobody blue
  expect(await told(definition('guests.city.name', 'guests.level'))).toEqual([
    ['Oslo', 'gold', 'ball'],
    ['Rome', 'blue', 'ball dinner'],
    ['Rome', 'gold', 'ball'],
    [null, null, 'empty quiet'],
  ]);
  expect(await told(definition('guests', 'guests.level'))).toEqual(
    expect.arrayContaining([
      ['Gina', 'gold', 'ball'],
      ['Nobody', null, 'dinner quiet'],
      [null, null, 'empty'],
    ]),
  );
  // those over different lists are of every pair
  expect(await told(definition('themes', 'guests.city.name'))).toContainEqual(['dance', 'Oslo', 'ball']);
});

test('the largest have rows of their own over a list too', async () => {
  const sort = { measure: 'count', isDescending: true };
  const top = { count: 1, others: true };
  const asked = { ...definition('themes'), sort, top, conditions: [] };
  expect(await told(asked)).toEqual([
    ['music', 'ball dinner'],
    [null, 'empty quiet'],
  ]);
});

test('what the reader may not see behind the list is in no group', async () => {
  expect(await told(definition('guests.city.name'), ann)).toEqual([
    ['Oslo', 'ball'],
    ['Rome', 'ball'],
    [null, 'dinner empty quiet'],
  ]);
  expect(await told(definition('guests', 'guests.level'), ann)).toContainEqual([
    null,
    null,
    'dinner empty quiet',
  ]);
  // and who sees only some of its fields still groups by the records themselves
  const will = await world.person('Will', ['waiter']);
  expect(await told(definition('guests'), will)).toContainEqual(['Greg', 'ball dinner']);
  await expect(
    runReport(parts, { actor: will, definition: definition('guests.level') }),
  ).rejects.toMatchObject({ errors: [{ code: 'field-not-askable', params: { field: 'level' } }] });
});

test('a filter asks for one record behind a list that fits all of it', async () => {
  const names = async (filter: object) => {
    const { items } = await world.records.list({
      actor: systemActor,
      entity: 'party',
      filter: { ...filter },
    });
    return items.map(({ name }) => name);
  };
  expect(await names({ 'guests.name': 'Otto', 'guests.level': 'gold' })).toEqual(['ball']);
  expect(await names({ guests: { some: { name: 'Greg', level: 'gold' } } })).toEqual([]);
  expect(await names({ guests: { some: { name: 'Greg', level: 'blue' } } })).toHaveLength(2);
  expect(await names({ 'guests.born': { gt: '2026-01-31', lt: '2026-03-01' } })).toEqual([]);
  expect(await names({ 'guests.born': { between: ['2026-03-01', '2026-03-31'] } })).toHaveLength(2);
  await expect(names({ guests: { some: { nothing: 1 } } })).rejects.toMatchObject({
    errors: [{ pointer: '/filter/guests/some/nothing', code: 'field-unknown' }],
  });
});
