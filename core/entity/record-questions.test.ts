import { afterAll, beforeAll, expect, test } from 'vitest';
import { account, contact, seller } from '../../tests/support/record-entities.ts';
import { recordWorld, type RecordWorld } from '../../tests/support/record-world.ts';
import { systemActor as actor, type Actor } from '../access/index.ts';
import type { Change, ChangeResult, Filter } from './index.ts';

let world: RecordWorld;
let ann: Actor;
beforeAll(async () => {
  world = await recordWorld([account, contact], [seller]);
  ann = await world.person('Ann', ['seller']);
});
afterAll(() => world.close());

const write = (changes: Change[], as: Actor = actor): Promise<ChangeResult[]> =>
  world.records.write({ actor: as, changes });
const one = async (change: Change, as?: Actor): Promise<ChangeResult> => (await write([change], as))[0]!;
const names = async (filter: Filter, more: object = {}): Promise<unknown[]> =>
  (await world.records.list({ actor, entity: 'contact', filter, sort: ['name'], ...more })).items.map(
    (item) => item['name'],
  );

test('filters ask by value, by range, through relations and about emptiness', async () => {
  const [beta] = await world.create('account', [{ name: 'Beta' }]);
  await world.create('contact', [
    { name: 'f1', account: beta, score: 1, value: { amount: '100', currency: 'EUR' }, words: ['x'] },
    { name: 'f2', score: 2, value: 50, born: '1999-01-01', words: ['x', 'y'] },
    { name: 'f3', level: 'high', words: ['z'] },
  ]);
  const own = { name: { startsWith: 'F' } };
  const ask = (filter: Filter) => names({ and: [own, filter] });
  expect(await ask({ score: { gte: 2 } })).toEqual(['f2']);
  expect(await ask({ score: { ne: 2 } })).toEqual(['f1', 'f3']);
  expect(await ask({ score: { nin: [1, null] } })).toEqual(['f2']);
  expect(await ask({ 'account.name': { contains: 'BET' } })).toEqual(['f1']);
  expect(await ask({ 'account.name': { ne: 'Beta' } })).toEqual(['f2', 'f3']);
  expect(await ask({ account: null })).toEqual(['f2', 'f3']);
  expect(await ask({ value: { between: [60, 100] } })).toEqual(['f1']);
  expect(await ask({ words: { contains: 'x' } })).toEqual(['f1', 'f2']);
  expect(await ask({ words: { in: ['y', 'z'] } })).toEqual(['f2', 'f3']);
  expect(await ask({ not: { or: [{ level: 'high' }, { born: { lt: '2000-01-01' } }] } })).toEqual(['f1']);
});

test('pages follow each other without a gap, empty values last in both directions', async () => {
  await world.create(
    'contact',
    Array.from({ length: 23 }, (_, n) => ({
      name: `p${n}`,
      about: 'page',
      score: n % 5 === 0 ? null : n % 4,
    })),
  );
  for (const sort of [['score', '-name'], ['-score', 'name'], ['-name'], []]) {
    const seen: { name: unknown; score: unknown }[] = [];
    let cursor: string | undefined;
    do {
      const page = await world.records.list({
        actor,
        entity: 'contact',
        filter: { about: 'page' },
        sort,
        limit: 4,
        cursor,
      });
      seen.push(...page.items.map((item) => ({ name: item['name'], score: item['score'] })));
      cursor = page.next ?? undefined;
    } while (cursor);
    const whole = await world.records.list({
      actor,
      entity: 'contact',
      filter: { about: 'page' },
      sort,
      limit: 100,
    });
    expect(seen).toEqual(whole.items.map((item) => ({ name: item['name'], score: item['score'] })));
    expect(new Set(seen.map(({ name }) => name)).size).toBe(23);
    const isByScore = sort[0]?.endsWith('score') ?? false;
    expect(seen.slice(-5).every(({ score }) => score === null)).toBe(isByScore);
  }
});

test('whoever asks for more than a page holds gets all of them, or a word that they do not', async () => {
  await world.create(
    'contact',
    Array.from({ length: 203 }, (_, n) => ({ name: `m${n}`, about: 'many' })),
  );
  const service = world.records.service(actor);
  const found = await service.find('contact', { about: 'many' }, { fields: ['name'], limit: 1_000 });
  expect(found.length).toBe(203);
  await expect(service.page('contact', { limit: 201 })).rejects.toMatchObject({
    code: 'page-limit',
    params: { limit: 201, most: 200 },
  });
});

test('bad questions are refused with the place and the reason', async () => {
  const refusal = async (input: object): Promise<unknown> =>
    world.records.list({ actor, entity: 'contact', ...input }).then(
      () => 'answered',
      (error: { code?: string; errors?: { code: string }[]; message: string }) =>
        error.errors?.[0]?.code ?? error.message,
    );
  const deep = (n: number): object => (n === 0 ? { name: 'x' } : { not: deep(n - 1) });
  expect(await refusal({ filter: { nonsense: 1 } })).toBe('field-unknown');
  expect(await refusal({ filter: { '"name" = 1) or (1=1': 1 } })).toBe('field-unknown');
  expect(await refusal({ filter: { constructor: 1 } })).toBe('field-unknown');
  expect(await refusal({ filter: deep(20) })).toBe('filter-deep');
  expect(await refusal({ filter: { or: Array.from({ length: 300 }, () => ({ name: 'x' })) } })).toBe(
    'filter-large',
  );
  expect(await refusal({ filter: { score: { gte: 'many' } } })).toBe('filter-value-number');
  expect(await refusal({ filter: { score: { like: 1 } } })).toBe('operator-unknown');
  expect(await refusal({ filter: [] })).toBe('filter-not-object');
  expect(await refusal({ filter: { account: 'x' } })).toBe('filter-value-id');
  expect(await refusal({ sort: ['words'] })).toBe('field-not-sortable');
  expect(await refusal({ sort: ['name; drop table x'] })).toBe('field-unknown');
  expect(await refusal({ fields: ['search'] })).toBe('field-unknown');
  expect(await refusal({ cursor: 'eyJ4IjoxfQ' })).toBe('cursor-invalid');
});

test('search finds words in any order, without accents, and follows the name of a related record', async () => {
  const [id] = await world.create('account', [{ name: 'Größe & Söhne' }]);
  await world.create('contact', [{ name: 'José Álvarez', account: id }, { name: '张伟' }]);
  const find = async (search: string) => names({}, { search });
  expect(await find('alvarez jose')).toEqual(['José Álvarez']);
  expect(await find('GROSSE sohne')).toEqual(['José Álvarez']);
  expect(await find('张')).toEqual(['张伟']);
  expect(await find('%')).toEqual([]);
  await one({ op: 'update', entity: 'account', id: id!, values: { name: 'Renamed' } });
  expect(await find('renamed')).toEqual(['José Álvarez']);
  expect(await find('grosse')).toEqual([]);
});

test('an actor sees, counts, sums and changes only what the rules allow', async () => {
  const bob = await world.person('Bob', ['seller']);
  const [bobs] = await world.create('account', [{ name: 'Bobs', owner: bob.id }]);
  const [annsContact, viaAccount] = await world.create('contact', [
    { name: 'r-ann', owner: ann.id, value: 10 },
    { name: 'r-bob', account: bobs, value: 20 },
  ]);
  const seen = (as: Actor) =>
    world.records.list({
      actor: as,
      entity: 'contact',
      filter: { name: { startsWith: 'r-' } },
      sort: ['name'],
      count: 'exact',
    });
  expect(await seen(ann)).toMatchObject({ count: 1, items: [{ name: 'r-ann' }] });
  expect(await seen(bob)).toMatchObject({ count: 1, items: [{ name: 'r-bob', account: { title: 'Bobs' } }] });
  const boss = { ...ann, teamUserIds: [ann.id, bob.id], id: ann.id };
  expect((await seen(boss)).count).toBe(1);
  const sum = await world.records.aggregate({
    actor: bob,
    entity: 'contact',
    filter: { name: { startsWith: 'r-' } },
    measures: [{ function: 'sum', field: 'value' }],
  });
  expect(sum.rows).toEqual([{ group: {}, values: { 'sum.value': [{ amount: '20.00', currency: 'USD' }] } }]);
  expect(
    await one({ op: 'update', entity: 'contact', id: annsContact!, values: { score: 1 } }, bob),
  ).toMatchObject({ ok: false, problem: { status: 404 } });
  expect(
    (await one({ op: 'update', entity: 'contact', id: viaAccount!, values: { score: 1 } }, bob)).ok,
  ).toBe(true);
  expect(await one({ op: 'delete', entity: 'contact', id: viaAccount! }, bob)).toMatchObject({
    ok: false,
    problem: { status: 403 },
  });
  expect((await one({ op: 'create', entity: 'contact', values: { name: 'mine' } }, bob)).ok).toBe(true);
  expect(
    await one({ op: 'create', entity: 'contact', values: { name: 'not mine', owner: ann.id } }, bob),
  ).toMatchObject({ ok: false, problem: { status: 403 } });
  expect(await one({ op: 'create', entity: 'account', values: { name: 'no' } }, bob)).toMatchObject({
    ok: false,
    problem: { status: 403 },
  });
  expect(
    await world.records.visible({ actor: bob, entity: 'contact', ids: [annsContact!, viaAccount!] }),
  ).toEqual(new Set([viaAccount]));
});

test('groups, buckets and sums per currency', async () => {
  const [id] = await world.create('account', [{ name: 'Grouped' }]);
  await world.create('contact', [
    {
      name: 'g1',
      about: 'group',
      account: id,
      born: '2001-01-15',
      value: { amount: 1, currency: 'USD' },
      score: 1,
    },
    {
      name: 'g2',
      about: 'group',
      account: id,
      born: '2001-01-30',
      value: { amount: 2, currency: 'EUR' },
      score: 2,
    },
    { name: 'g3', about: 'group', born: '2001-02-01', value: { amount: 4, currency: 'USD' } },
  ]);
  const ask = (group: { field: string; bucket?: 'month' }[]) =>
    world.records.aggregate({
      actor,
      entity: 'contact',
      filter: { about: 'group' },
      group,
      measures: [
        { function: 'count' },
        { function: 'sum', field: 'value' },
        { function: 'average', field: 'score' },
      ],
    });
  expect((await ask([{ field: 'born', bucket: 'month' }])).rows).toEqual([
    {
      group: { born: '2001-01-01' },
      values: {
        count: 2,
        'sum.value': [
          { amount: '2.00', currency: 'EUR' },
          { amount: '1.00', currency: 'USD' },
        ],
        'average.score': expect.any(Number),
      },
    },
    {
      group: { born: '2001-02-01' },
      values: { count: 1, 'sum.value': [{ amount: '4.00', currency: 'USD' }], 'average.score': null },
    },
  ]);
  expect((await ask([{ field: 'account' }])).rows.map(({ group }) => group['account'])).toEqual([
    { id, title: 'Grouped' },
    null,
  ]);
});

test('a question is asked of those that another one leads to, as the actor sees them, without anybody reading ids', async () => {
  // given two companies, of which only one is Cleo's, with a contact each, and a third without any
  const cleo = await world.person('Cleo', ['seller']);
  const [own, other] = await world.create('account', [
    { name: 'n-own', owner: cleo.id },
    { name: 'n-other' },
    { name: 'n-none', owner: cleo.id },
  ]);
  await world.create('contact', [
    { name: 'n1', account: own, value: 3, owner: cleo.id },
    { name: 'n2', account: own, value: { amount: 4, currency: 'EUR' }, owner: cleo.id },
    { name: 'n3', account: other, value: 5 },
  ]);
  const filter = { name: { startsWith: 'n' } };
  const asked = async (as: Actor, more: object = {}): Promise<unknown> => {
    const ids = world.records.ids({ actor: as, entity: 'contact', field: 'account', filter });
    const among = [{ field: 'id', ids, ...more }];
    const measures = [{ function: 'count' }] as const;
    const { rows } = await world.records.aggregate({ actor: as, entity: 'account', among, measures });
    return rows[0]!.values['count'];
  };
  // then it counts the companies that are led to, and for Cleo those of hers
  expect([await asked(actor), await asked(cleo)]).toEqual([2, 1]);
  // and with a moment only those that were led to by then: contacts are younger than their companies
  expect([await asked(actor, { by: 'createdAt' }), await asked(actor, { by: 'updatedAt' })]).toEqual([0, 0]);
  await world.sql`update data.contact set created_at = now() - interval '1 day' where name like 'n_'`;
  expect(await asked(actor, { by: 'createdAt' })).toBe(2);
  // in either of two sets is enough, in none of none at all
  const ids = (name: string) =>
    world.records.ids({ actor, entity: 'contact', field: 'id', filter: { name } });
  const sums = async (...which: string[]) =>
    (
      await world.records.aggregate({
        ...{ actor, entity: 'contact', among: which.map((name) => ({ field: 'id', ids: ids(name) })) },
        measures: [{ function: 'squares', field: 'value' }],
      })
    ).rows[0]?.values['squares.value'];
  expect(await sums('n1', 'n2', 'n3')).toEqual([
    { amount: '16.00', currency: 'EUR' },
    { amount: '34.00', currency: 'USD' },
  ]);
  expect(await sums()).toEqual([]);
  // and what leads to no record, or may not be asked about, is refused with its place
  for (const field of ['value', 'account.parent', 'nothing'])
    await expect(
      world.records.aggregate({
        ...{ actor, entity: 'contact', among: [{ field, ids: ids('n1') }] },
        measures: [{ function: 'count' }],
      }),
    ).rejects.toMatchObject({ status: 422, errors: [{ pointer: '/among/0/field' }] });
});
