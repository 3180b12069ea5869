/** Relations to many as admins make and change them, and what is made of them: reports and exports. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { band, city, show } from '../../tests/support/band-entities.ts';
import { bandWorld, namesOf } from '../../tests/support/band-world.ts';
import { definitionsOf } from '../../tests/support/definitions-of.ts';
import { systemActor as system, type Actor } from '../access/index.ts';
import type { Registry } from '../registry.ts';
import type { ReportDefinition } from '../report/definition.ts';
import { reportRecords, runReport } from '../report/index.ts';
import { exportCsv } from './export/index.ts';
import { previewRollup, rollupPath, type Definitions } from './index.ts';

const { world, ann, bands, make, write, undo, remove, shows } = await bandWorld();
const definitions = definitionsOf(world, [band, show, city]);
beforeAll(() => definitions.start());
afterAll(() => world.close());

test('an admin adds such a field, takes it away with its values kept, and takes that back', async () => {
  const apply = (operation: Parameters<Definitions['plan']>[0]) => definitions.apply(operation, 'system');
  const id = await make('show', { name: 'Sponsored' });
  await apply({
    kind: 'operations',
    entity: 'show',
    operations: [
      {
        op: 'addField',
        id: 'x_sponsors',
        field: { type: 'relationMany', entity: 'city', reverseLabel: { en: 'Sponsored shows' } },
      },
    ],
  });
  const bonn = await make('city', { name: 'Bonn' });
  await write(id, { x_sponsors: [bonn] });
  const gone = await apply({
    kind: 'operations',
    entity: 'show',
    operations: [{ op: 'removeField', id: 'x_sponsors' }],
  });
  await apply({ kind: 'undo', change: await definitions.change(gone.id) });
  expect(namesOf((await world.records.read({ actor: system, entity: 'show', id }))['x_sponsors'])).toEqual([
    'Bonn',
  ]);
  expect(await shows({ x_sponsors: [bonn] })).toEqual(['Sponsored']);
});

test('a relation to one becomes one to many with its records, and one to one again where nobody has more', async () => {
  const change = (set: Record<string, unknown>) =>
    ({ kind: 'operations', entity: 'show', operations: [{ op: 'changeField', id: 'city', set }] }) as const;
  const [many, one] = [change({ type: 'relationMany' }), change({ type: 'relation' })];
  const city = async (id: string) =>
    (await world.records.read({ actor: system, entity: 'show', id }))['city'];
  const [kiel, lyon] = [await make('city', { name: 'Kiel' }), await make('city', { name: 'Lyon' })];
  const id = await make('show', { name: 'Tour', city: kiel });
  const empty = await make('show', { name: 'Tour without' });
  // given a city from before, when the plan is looked at and done
  await write(id, { city: lyon }, { request: 'to-lyon' });
  const seen = await definitions.plan(many);
  expect(seen.steps.map(({ kind }) => kind)).toEqual(['convert-column']);
  expect(seen.notes).toEqual([]);
  const done = await definitions.apply(many, 'system');
  // then its record is in the list, others can join it, and the way back finds it
  expect([await city(id), await city(empty)]).toEqual([[{ id: lyon, title: 'Lyon' }], null]);
  await write(id, { city: { add: [kiel] } });
  expect(await shows({ city: { all: [kiel, lyon] } })).toEqual(['Tour']);
  const indexes = await world.sql<{ def: string }[]>`
    select indexdef as def from pg_indexes where tablename = 'show' and indexdef like '%city%'`;
  expect(indexes).toMatchObject([{ def: expect.stringContaining('gin (city_ids)') }]);
  // what was done before is taken back as far as it goes: the other that came stays
  expect(await undo('to-lyon')).toMatchObject({ undone: 1 });
  expect(namesOf(await city(id))).toEqual(['Kiel']);
  await write(id, { city: { add: [lyon] } });
  // and as long as somebody has two, it cannot become one
  expect((await definitions.plan(one)).notes).toEqual([
    {
      kind: 'lists-unfit',
      isRefused: true,
      params: expect.objectContaining({ field: 'city', count: 1, samples: '“Tour”' }),
    },
  ]);
  await expect(definitions.apply(one, 'system')).rejects.toMatchObject({ code: 'plan-lists-unfit' });
  await write(id, { city: { remove: [lyon] } });
  await definitions.apply({ kind: 'undo', change: await definitions.change(done.id) }, 'system');
  expect([await city(id), await city(empty)]).toEqual([{ id: kiel, title: 'Kiel' }, null]);
  expect(await remove('city', kiel)).toMatchObject({ ok: true });
  expect(await city(id)).toBe(null);
  // the timeline tells of all of it
  const { items } = await world.records.timeline({ actor: system, entity: 'show', id });
  expect(items.length).toBeGreaterThan(5);
  expect(JSON.stringify(items)).toContain('Lyon');
});

test('a report counts a record once in the group of each that it leads to, and once in its total', async () => {
  const place = await make('city', { name: 'Stadium' });
  const made = async (name: string, seats: number, list?: string[]) =>
    make('show', { name, seats, city: place, bands: list });
  await made('g1', 5, [bands.abba, bands.blur]);
  await made('g2', 20, [bands.blur]);
  await made('g3', 7);
  await made('g4', 9, [bands.cure]);
  const parts = {
    records: world.records,
    models: world.models,
    clock: { now: () => Date.parse('2026-03-15T20:00:00Z') },
    company: () => Promise.resolve({ timeZone: 'UTC', currency: 'USD' }),
  };
  const definition: ReportDefinition = {
    entity: 'show',
    conditions: [{ field: 'city', operator: 'isOneOf', value: [place] }],
    groups: [{ field: 'bands' }],
    measures: [
      { id: 'count', function: 'count' },
      { id: 'seats', function: 'sum', field: 'seats' },
    ],
    sort: { measure: 'seats', isDescending: true },
    chart: 'bar',
  };
  const answer = async (actor: Actor, more: Partial<ReportDefinition> = {}) => {
    const { rows, total } = await runReport(parts, { actor, definition: { ...definition, ...more } });
    const told = rows.map(({ keys: [key], values, isOthers }) => [
      isOthers ? 'others' : ((key as { title: string } | null)?.title ?? null),
      values['count'],
      values['seats'],
    ]);
    return [...told, ['total', total['count'], total['seats']]];
  };
  const behind = async (actor: Actor, cell: { keys: (string | null)[]; not?: string[] }) =>
    (await reportRecords(parts, { actor, definition, cell })).items.map(({ name }) => name).toSorted();
  expect(await answer(system)).toEqual([
    ['Blur', 2, 25],
    ['Cure', 1, 9],
    [null, 1, 7],
    ['Abba', 1, 5],
    ['total', 4, 41],
  ]);
  expect(await behind(system, { keys: [bands.blur] })).toEqual(['g1', 'g2']);
  // whom somebody may not see is no group of theirs
  expect(await answer(ann)).toEqual([
    ['Blur', 2, 25],
    [null, 2, 16],
    ['Abba', 1, 5],
    ['total', 4, 41],
  ]);
  expect(await behind(ann, { keys: [null] })).toEqual(['g3', 'g4']);
  // the rest has nobody of the largest, and conditions ask for all, any and none of some
  expect(await answer(system, { top: { count: 1, others: true } })).toEqual([
    ['Blur', 2, 25],
    ['others', 2, 16],
    ['total', 4, 41],
  ]);
  expect(await behind(system, { keys: [null], not: [bands.blur] })).toEqual(['g3', 'g4']);
  const conditions = [
    ...definition.conditions!,
    { field: 'bands', operator: 'hasNone', value: [bands.blur] },
  ];
  expect((await answer(system, { conditions } as Partial<ReportDefinition>)).at(-1)).toEqual([
    'total',
    2,
    16,
  ]);
});

test('a roll-up counts what is two relations away, as far as its reader sees what lies between', async () => {
  const [home, away] = [await make('band', { name: 'Home' }), await make('band', { name: 'Away' })];
  const [bath, york] = [
    await make('city', { name: 'Bath', patrons: [home, away] }),
    await make('city', { name: 'York', patrons: [home] }),
  ];
  await make('show', { name: 't1', seats: 5, city: bath });
  await make('show', { name: 't2', seats: 20, city: york });
  const rollup = { entity: 'show', by: 'city.patrons', function: 'sum', field: 'seats' } as const;
  const add = (by: string) =>
    ({
      kind: 'operations',
      entity: 'band',
      operations: [{ op: 'addField', id: 'x_seats', field: { type: 'rollup', rollup: { ...rollup, by } } }],
    }) as const;
  for (const wrong of ['city.name', 'seats.patrons', 'city.patrons.friends'])
    await expect(definitions.plan(add(wrong))).rejects.toMatchObject({
      errors: [{ code: 'rollup-relation-unknown' }],
    });
  const band = world.models.get('band').definition;
  const path = rollupPath(rollup, (id) => world.models.get(id).definition)!;
  const samples = await previewRollup({ ...world, actor: system, definition: band, rollup, path });
  expect(samples.map(({ title, value }) => [title, value])).toEqual(
    expect.arrayContaining([
      ['Home', 25],
      ['Away', 5],
    ]),
  );
  await definitions.apply(add('city.patrons'), 'system');
  const seats = async (id: string, actor = system) =>
    (await world.records.read({ actor, entity: 'band', id }))['x_seats'];
  expect([await seats(home), await seats(away)]).toEqual([25, 5]);
  // then what lies between is seen by nobody who may not, and counts no more when it is deleted
  await write(home, { owner: ann.id }, { entity: 'band' });
  expect(await seats(home, ann)).toBe(null);
  await remove('city', york);
  expect(await seats(home)).toBe(5);
});

test('an export writes their titles into one cell', async () => {
  await make('show', { name: 'Exported', bands: [bands.abba, bands.blur] });
  const registry = {
    ...world.catalogue,
    entity: (id: string) => world.models.get(id).definition,
    find: () => undefined,
  };
  const services = { ...world, registry: registry as unknown as Registry };
  let csv = '';
  for await (const part of exportCsv(services, {
    actor: system,
    entity: 'show',
    fields: ['name', 'bands'],
    filter: { name: 'Exported' },
  }))
    csv += part.toString();
  expect(csv.trim().split('\r\n')[1]).toBe('Exported,"Abba; Blur"');
});
