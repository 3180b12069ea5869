import { afterAll, beforeAll, expect, test } from 'vitest';
import { account, contact, seller } from '../../tests/support/record-entities.ts';
import { recordWorld, type RecordWorld } from '../../tests/support/record-world.ts';
import { systemActor as actor, type Actor } from '../access/index.ts';
import type { Change, ChangeResult } from './index.ts';

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

test('a record comes back as it was written, relations and people with their titles', async () => {
  const [acme] = await world.create('account', [{ name: 'Acme', owner: ann.id }]);
  const [id] = await world.create('contact', [
    {
      name: '  Zoë Ünal ',
      email: 'ZOE@Example.com',
      account: acme,
      score: 7,
      share: 0.1,
      value: 12.5,
      born: '2000-02-29',
      words: ['a', 'b'],
      about: 'one\ntwo "three" \\ {four}',
      helper: ann.id,
    },
  ]);
  const record = await world.records.read({ actor, entity: 'contact', id: id! });
  expect(record).toMatchObject({
    id,
    version: 1,
    name: 'Zoë Ünal',
    email: 'zoe@example.com',
    account: { id: acme, title: 'Acme' },
    level: 'low',
    score: 7,
    share: 0.1,
    value: { amount: '12.50', currency: 'USD' },
    born: '2000-02-29',
    words: ['a', 'b'],
    about: 'one\ntwo "three" \\ {four}',
    helper: { id: ann.id, title: 'Ann' },
    owner: null,
    createdBy: { id: 'system', title: 'system' },
  });
  expect((await world.records.read({ actor, entity: 'account', id: acme! }))['contacts']).toBe(1);
});

test('everything wrong with a record is said at once, by field', async () => {
  const result = await one({
    op: 'create',
    entity: 'contact',
    values: {
      nonsense: 1,
      'x"; drop table data.contact; --': 1,
      email: 'no',
      account: '00000000-0000-4000-8000-000000000000',
      score: -1,
      born: '2001-02-29',
      version: 3,
      value: '1.234',
    },
  });
  expect(result.ok).toBe(false);
  const errors = result.ok ? [] : result.problem.errors!;
  expect(errors.map(({ pointer, code }) => [pointer, code])).toEqual([
    ['/nonsense', 'field-unknown'],
    ['/x"; drop table data.contact; --', 'field-unknown'],
    ['/email', 'not-email'],
    ['/score', 'number-small'],
    ['/born', 'not-date'],
    ['/version', 'field-system'],
    ['/value', 'money-places'],
    ['/name', 'required'],
    ['/account', 'relation-missing'],
  ]);
});

test('what a key did bears the name of the key', async () => {
  const key: Actor = { ...actor, id: 'key:administrator' };
  const made = await one({ op: 'create', entity: 'contact', values: { name: 'By key' } }, key);
  const id = made.ok ? made.id : '';
  expect((await world.records.read({ actor, entity: 'contact', id }))['createdBy']).toEqual({
    id: 'key:administrator',
    title: 'Administrator key',
  });
});

test('a record changed meanwhile keeps the other change, and both sides are shown', async () => {
  const [id] = await world.create('contact', [{ name: 'Old' }]);
  expect(
    await one({ op: 'update', entity: 'contact', id: id!, version: 1, values: { name: 'New', score: 3 } }),
  ).toEqual({ ok: true, id, version: 2 });
  const late = await one({ op: 'update', entity: 'contact', id: id!, version: 1, values: { name: 'Late' } });
  expect(late).toMatchObject({
    ok: false,
    problem: {
      status: 412,
      extra: { current: { name: 'New', version: 2 }, yours: { version: 1, name: 'Late' } },
    },
  });
  expect(await one({ op: 'update', entity: 'contact', id: id!, values: { name: 'New' } })).toMatchObject({
    version: 2,
  });
});

test('one update changes different fields of different records', async () => {
  const ids = await world.create('contact', [
    { name: 'm1', score: 1 },
    { name: 'm2', score: 2 },
    { name: 'm3', value: 9 },
  ]);
  await write([
    { op: 'update', entity: 'contact', id: ids[0]!, values: { score: 10 } },
    { op: 'update', entity: 'contact', id: ids[1]!, values: { name: 'm2 new', owner: ann.id } },
    { op: 'update', entity: 'contact', id: ids[2]!, values: { value: null, words: ['q'] } },
  ]);
  const page = await world.records.readMany({ actor, entity: 'contact', ids });
  expect(
    page.map((item) => [item!['name'], item!['score'], item!['value'], item!['words'], item!.version]),
  ).toEqual([
    ['m1', 10, null, null, 2],
    ['m2 new', 2, null, null, 2],
    ['m3', null, null, ['q'], 2],
  ]);
  expect(page[1]!['owner']).toEqual({ id: ann.id, title: 'Ann' });
});

test('a unique value is refused once taken, in one call or in two, and free again after deletion', async () => {
  const results = await write([
    { op: 'create', entity: 'contact', values: { name: 'u1', email: 'u@x.de' } },
    { op: 'create', entity: 'contact', values: { name: 'u2', email: 'U@x.de' } },
    { op: 'create', entity: 'contact', values: { name: 'u3' } },
  ]);
  expect(results.map(({ ok }) => ok)).toEqual([true, false, true]);
  const again = await one({ op: 'create', entity: 'contact', values: { name: 'u4', email: 'u@x.de' } });
  expect(again).toMatchObject({
    ok: false,
    problem: { errors: [{ pointer: '/email', code: 'not-unique' }] },
  });
  const [first] = results;
  await one({ op: 'delete', entity: 'contact', id: first!.ok ? first!.id : '' });
  expect((await one({ op: 'create', entity: 'contact', values: { name: 'u5', email: 'u@x.de' } })).ok).toBe(
    true,
  );
  const back = await one({ op: 'restore', entity: 'contact', id: first!.ok ? first!.id : '' });
  expect(back).toMatchObject({ ok: false, problem: { errors: [{ code: 'not-unique' }] } });
});

test('what others refer to stays; relations that may be emptied are', async () => {
  const [held, parent] = await world.create('account', [{ name: 'Held' }, { name: 'Parent' }]);
  const [child] = await world.create('account', [{ name: 'Child', parent }]);
  const [holder] = await world.create('contact', [{ name: 'holder', account: held }]);
  expect(await one({ op: 'delete', entity: 'account', id: held! })).toMatchObject({
    ok: false,
    problem: { status: 409, code: 'record-in-use' },
  });
  expect((await one({ op: 'delete', entity: 'account', id: parent! })).ok).toBe(true);
  expect((await world.records.read({ actor, entity: 'account', id: child! }))['parent']).toBeNull();
  await one({ op: 'delete', entity: 'contact', id: holder! });
  expect((await one({ op: 'delete', entity: 'account', id: held! })).ok).toBe(true);
  await expect(world.records.read({ actor, entity: 'account', id: held! })).rejects.toMatchObject({
    status: 404,
  });
  expect(await one({ op: 'restore', entity: 'contact', id: holder! })).toMatchObject({
    ok: false,
    problem: { errors: [{ code: 'relation-missing' }] },
  });
  expect((await one({ op: 'restore', entity: 'account', id: held! })).ok).toBe(true);
  expect((await one({ op: 'restore', entity: 'contact', id: holder! })).ok).toBe(true);
});

test('each change leaves an event with before and after, and the timeline shows it', async () => {
  const heard: string[] = [];
  world.events.subscribe({
    id: 'test',
    run: async (_tx, events) => void heard.push(...events.map(({ type }) => type)),
  });
  const start = await world.events.tail(null);
  const [id] = await world.create('contact', [{ name: 'Told', score: 1 }]);
  await world.records.write({
    actor: ann,
    changes: [{ op: 'update', entity: 'contact', id: id!, values: { score: 2 } }],
  });
  await world.records.write({
    actor,
    cause: { request: 'r1' },
    changes: [{ op: 'update', entity: 'contact', id: id!, values: { score: 2, helper: ann.id } }],
  });
  world.events.subscribe({ id: 'test', run: async () => {} });
  expect(heard).toEqual(['contact.created', 'contact.updated']);
  const { items } = await world.records.timeline({ actor, entity: 'contact', id: id! });
  expect(items).toMatchObject([
    {
      type: 'contact.updated',
      actor: { id: 'system' },
      cause: { request: 'r1', depth: 0 },
      changes: {
        score: { before: 1, after: 2 },
        helper: { before: null, after: { id: ann.id, title: 'Ann' } },
      },
    },
    { type: 'contact.created', changes: { name: { after: 'Told' } } },
  ]);
  const tail = await world.events.tail(start.position);
  expect(tail.events.filter(({ recordId }) => recordId === id).map(({ type }) => type)).toEqual([
    'contact.created',
    'contact.updated',
  ]);
});
