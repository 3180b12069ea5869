import { afterAll, beforeAll, expect, test } from 'vitest';
import { account, contact, seller } from '../../tests/support/record-entities.ts';
import { recordWorld, type RecordWorld } from '../../tests/support/record-world.ts';
import { defineRole, systemActor, type Actor } from '../access/index.ts';
import type { Registry } from '../registry.ts';
import type { ReportDefinition } from './definition.ts';
import { reportCsv, reportRecords, runReport, type ReportParts } from './index.ts';

const clerk = defineRole({
  id: 'clerk',
  grants: [
    { entity: 'contact', actions: ['read'], fields: { score: 'masked', level: 'hidden' } },
    { entity: 'account', actions: ['read'] },
  ],
});
let world: RecordWorld;
let parts: ReportParts;
let ann: Actor;
let bob: Actor;
let now = Date.parse('2026-03-15T20:00:00Z');

beforeAll(async () => {
  world = await recordWorld([account, contact], [seller, clerk]);
  parts = {
    records: world.records,
    models: world.models,
    clock: { now: () => now },
    company: () => Promise.resolve({ timeZone: 'Asia/Shanghai', currency: 'USD' }),
  };
  ann = await world.person('Ann', ['seller']);
  bob = await world.person('Bob', ['seller']);
  const [north, south] = await world.create('account', [
    { name: 'North', owner: ann.id },
    { name: 'South', owner: bob.id },
  ]);
  const deal = (name: string, values: object) => ({ name, owner: ann.id, account: north, ...values });
  await world.create('contact', [
    deal('a1', { level: 'low', score: 1, value: { amount: 100, currency: 'USD' }, born: '2026-01-10' }),
    deal('a2', { level: 'high', score: 3, value: { amount: 50, currency: 'EUR' }, born: '2026-02-10' }),
    deal('a3', { level: 'high', score: 8, value: { amount: 10, currency: 'USD' }, born: '2026-03-10' }),
    deal('b1', { owner: bob.id, account: south, level: 'low', score: 5, value: 20, born: '2026-03-31' }),
    deal('b2', { owner: bob.id, account: null, level: 'low', born: '2026-03-01' }),
  ]);
});
afterAll(() => world?.close());

const base: ReportDefinition = {
  entity: 'contact',
  groups: [{ field: 'level' }],
  measures: [
    { id: 'count', function: 'count' },
    { id: 'total', function: 'sum', field: 'value' },
    { id: 'middle', function: 'median', field: 'score' },
    { id: 'people', function: 'distinct', field: 'owner' },
    { id: 'mean', function: 'average', field: 'score' },
  ],
  chart: 'table',
};
const ask = (more: Partial<ReportDefinition> = {}, actor: Actor = systemActor) =>
  runReport(parts, { actor, definition: { ...base, ...more } });
const shape = async (more: Partial<ReportDefinition>, actor?: Actor) => {
  const { rows } = await ask({ measures: [{ id: 'count', function: 'count' }], ...more }, actor);
  return rows.map(({ keys, values, isOthers }) => [
    ...keys.map((key) => (key as { title?: string } | null)?.title ?? key),
    ...(isOthers ? ['others'] : []),
    values['count'],
  ]);
};
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => 'answered',
    (error: { code: string; errors?: { code: string }[] }) => error.errors?.[0]?.code ?? error.code,
  );

test('measures of each group come from one question, money per currency, and the totals fit', async () => {
  const { rows, total } = await ask();
  const money = (amount: string, currency: string) => ({ amount, currency });
  expect(rows).toEqual([
    {
      keys: ['high'],
      values: {
        count: 2,
        total: expect.arrayContaining([money('50.00', 'EUR'), money('10.00', 'USD')]),
        middle: 5.5,
        people: 1,
        mean: 5.5,
      },
    },
    { keys: ['low'], values: { count: 3, total: [money('120.00', 'USD')], middle: 3, people: 2, mean: 3 } },
  ]);
  expect(total).toMatchObject({ count: 5, middle: 4, people: 2, mean: 4.25 });
});

test('it groups over relations and by spans of time, up to three', async () => {
  expect(await shape({ groups: [{ field: 'account.name' }, { field: 'level' }] })).toEqual([
    ['North', 'high', 2],
    ['North', 'low', 1],
    ['South', 'low', 1],
    [null, 'low', 1],
  ]);
  expect(await shape({ groups: [{ field: 'account.owner' }] })).toEqual(
    expect.arrayContaining([
      ['Ann', 3],
      ['Bob', 1],
      [null, 1],
    ]),
  );
  expect(await shape({ groups: [{ field: 'born', bucket: 'quarter' }] })).toEqual([['2026-01-01', 5]]);
  expect(await shape({ groups: [{ field: 'born', bucket: 'weekday' }] })).toContainEqual([7, 1]);
  const four = ['level', 'score', 'born', 'account'].map((field) => ({ field }));
  expect(await refusal(ask({ groups: four }))).toBe('report-groups-many');
});

test('a seller counts what a seller sees, over relations too', async () => {
  expect(await shape({}, ann)).toEqual([
    ['high', 2],
    ['low', 1],
  ]);
  // Bob's own contact of no account, and that of his account; Ann's account is not there for him.
  expect(await shape({ groups: [{ field: 'account.name' }] }, bob)).toEqual([
    ['South', 1],
    [null, 1],
  ]);
  const { items } = await reportRecords(parts, { actor: bob, definition: base, cell: { keys: ['low'] } });
  expect(items.map(({ name }) => name).toSorted()).toEqual(['b1', 'b2']);
});

test('hidden and masked fields are not asked about: not in groups, measures, filters, nor cells', async () => {
  const who = await world.person('Cleo', ['clerk']);
  const one = { measures: base.measures.slice(0, 1) };
  expect(await refusal(ask({ ...one }, who))).toBe('field-not-askable');
  expect(await refusal(ask({ groups: [] }, who))).toBe('field-not-askable');
  const conditions = [{ field: 'score', operator: 'over' as const, value: 2 }];
  expect(await refusal(ask({ ...one, groups: [], conditions }, who))).toBe('field-not-askable');
  const drill = reportRecords(parts, { actor: who, definition: base, cell: { keys: ['low'] } });
  expect(await refusal(drill)).toBe('field-not-askable');
  expect(await shape({ groups: [{ field: 'account.name' }] }, who)).toHaveLength(3);
});

test('the largest have rows of their own, the rest is “others”, and its records are found', async () => {
  const definition: ReportDefinition = {
    ...base,
    groups: [{ field: 'account.name' }],
    measures: [{ id: 'count', function: 'count' }],
    top: { count: 1, others: true },
  };
  expect(await shape(definition)).toEqual([
    ['North', 3],
    [null, 'others', 2],
  ]);
  const cell = { keys: [null], not: ['North'] };
  const { items } = await reportRecords(parts, { actor: systemActor, definition, cell });
  expect(items.map(({ name }) => name).toSorted()).toEqual(['b1', 'b2']);
});

test('calculated measures count with the others of their row, and nothing divides by nothing', async () => {
  const measures: ReportDefinition['measures'] = [
    { id: 'count', function: 'count' },
    { id: 'scored', function: 'count', field: 'score' },
    { id: 'sum', function: 'sum', field: 'score' },
    { id: 'share', expression: 'scored / count', format: 'percent' },
    { id: 'odd', expression: 'sum / (count - 2)' },
  ];
  const { rows, total } = await ask({ measures, sort: { measure: 'share', isDescending: true } });
  expect(rows.map(({ keys, values }) => [...keys, values['share'], values['odd']])).toEqual([
    ['high', 1, null],
    ['low', 2 / 3, 6],
  ]);
  expect(total['share']).toBe(0.8);
  const wrong = (expression: string) => refusal(ask({ measures: [...measures, { id: 'x', expression }] }));
  expect(await wrong('name & "x"')).toBe('report-formula-operand');
  expect(await wrong('$find("account", {})')).toBe('report-formula-plain');
  expect(await wrong('count +')).toMatch(/expression|syntax/);
});

test('a figure may count only some records, or the days between two times', async () => {
  const conditions = [{ field: 'level', operator: 'isOneOf' as const, value: ['high'] }];
  const measures: ReportDefinition['measures'] = [
    { id: 'all', function: 'count' },
    { id: 'high', function: 'count', conditions },
    { id: 'money', function: 'sum', field: 'value', conditions },
    { id: 'share', expression: 'high / all' },
    { id: 'age', function: 'median', field: 'createdAt', since: 'born', conditions },
  ];
  const { rows } = await ask({ groups: [{ field: 'account.name' }], measures });
  const [north, south] = rows.map(({ values }) => values);
  expect(north).toMatchObject({ all: 3, high: 2, share: 2 / 3 });
  expect(north!['money']).toHaveLength(2);
  expect(Number(north!['age'])).toBeGreaterThan(200);
  expect(south).toMatchObject({ all: 1, high: 0, money: [], share: 0, age: null });
  const who = await world.person('Dana', ['clerk']);
  expect(await refusal(ask({ groups: [], measures: measures.slice(0, 2) }, who))).toBe('field-not-askable');
  expect(await refusal(ask({ groups: [], measures: [{ id: 'x', function: 'sum', field: 'born' }] }))).toBe(
    'field-not-measurable',
  );
});

test('periods are those of the company’s zone, and a number stands beside the period before', async () => {
  const conditions = [{ field: 'born', operator: 'within' as const, value: 'thisMonth' }];
  const number: Partial<ReportDefinition> = {
    groups: [],
    conditions,
    compare: 'born',
    measures: base.measures.slice(0, 1),
  };
  expect(await ask(number)).toMatchObject({ total: { count: 3 }, before: { count: 1 } });
  // In Shanghai it is April already.
  now = Date.parse('2026-03-31T17:00:00Z');
  expect(await ask(number)).toMatchObject({ total: { count: 0 }, before: { count: 3 } });
  now = Date.parse('2026-03-15T20:00:00Z');
  const cell = { keys: ['2026-03-01'] };
  const definition = { ...base, groups: [{ field: 'born', bucket: 'month' as const }] };
  const { items } = await reportRecords(parts, { actor: systemActor, definition, cell });
  expect(items.map(({ name }) => name).toSorted()).toEqual(['a3', 'b1', 'b2']);
});

test('more than a thousand million combinations are refused before anything runs', async () => {
  await world.sql`insert into data.contact (id, version, name, score, about, created_at, created_by, updated_at, updated_by)
    select gen_random_uuid(), 1, 'n' || n, n, 'a' || n, now(), 'system', now(), 'system' from generate_series(1, 1200) n`;
  await world.sql`analyze data.contact`;
  const groups = ['name', 'score', 'about'].map((field) => ({ field }));
  expect(await refusal(ask({ groups }))).toBe('aggregate-large');
  expect(await refusal(ask({ groups: groups.slice(0, 2) }))).toBe('answered');
  await world.sql`delete from data.contact where about is not null`;
});

test('as CSV: words instead of ids, a column per currency, no formulas', async () => {
  await world.create('account', [{ name: '=1+1' }]);
  const [evil] = await world.create('account', [{ name: '=HYPERLINK("http://x")' }]);
  const [id] = await world.create('contact', [{ name: 'evil', account: evil, value: 1 }]);
  const definition: ReportDefinition = {
    ...base,
    groups: [{ field: 'account' }],
    measures: base.measures.slice(0, 2),
  };
  const result = await runReport(parts, { actor: systemActor, definition });
  const registry = {
    ...{ hasEntity: () => true, find: () => undefined, lastKnownField: () => undefined },
    entity: (entity: string) => (entity === 'contact' ? contact : account),
    text: (_: string, key: string) => key,
  } as unknown as Registry; // as much of it as labels need
  const csv = reportCsv({ definition, result, registry, models: world.models, locale: 'en' });
  expect(csv).toContain('account,report.measure.count,report.measure.sumOf (');
  expect(csv).toContain(`"'=HYPERLINK(""http://x"")",1,`);
  expect(csv).toContain('North,3,');
  // a row in which an amount cannot be calculated has none, beside rows that have one
  const perHead = { id: 'perHead', expression: '60 / (count - 1)', format: 'money' } as const;
  const calculated = { ...definition, measures: [base.measures[0]!, perHead] };
  const told = { definition: calculated, registry, models: world.models, locale: 'en' as const };
  const lines = reportCsv({
    ...told,
    result: await runReport(parts, { actor: systemActor, definition: calculated }),
  });
  expect(lines).toContain(`"'=HYPERLINK(""http://x"")",1,\r\n`);
  expect(lines).toContain('North,3,30.00');
  // two groups of one field are told apart by their span of time
  const groups = (['weekday', 'hour'] as const).map((bucket) => ({ field: 'createdAt', bucket }));
  const byTime = { ...definition, groups };
  const head = reportCsv({
    ...told,
    definition: byTime,
    result: await runReport(parts, { actor: systemActor, definition: byTime }),
  });
  expect(head).toContain('createdAt · report.bucket.weekday,createdAt · report.bucket.hour,');
  await world.sql`delete from data.contact where id = ${id!}`;
});
