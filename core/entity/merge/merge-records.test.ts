import { afterAll, beforeAll, expect, test } from 'vitest';
import { account, contact } from '../../../tests/support/record-entities.ts';
import { recordWorld, type RecordWorld } from '../../../tests/support/record-world.ts';
import { defineRole, systemActor as system, type Actor } from '../../access/index.ts';
import { defineEntity, relation, text } from '../index.ts';

/** One for each contact. */
const badge = defineEntity({
  id: 'badge',
  title: 'code',
  fields: {
    code: text({ required: true }),
    holder: relation('contact', { onDelete: 'clear' }),
    seat: relation('account'),
  },
});
const pass = defineEntity({
  id: 'pass',
  title: 'code',
  fields: { code: text(), contact: { ...relation('contact', { onDelete: 'clear' }), unique: true } },
});
const desk = defineRole({
  id: 'desk',
  grants: [
    { entity: 'contact', actions: ['read', 'update', 'delete', 'create'], where: { owner: '$actor.id' } },
    {
      entity: 'contact',
      actions: ['read', 'update', 'delete'],
      where: { level: 'high' },
      fields: { about: 'hidden' },
    },
    { entity: 'account', actions: ['read', 'update', 'delete'] },
  ],
});
const reader = defineRole({ id: 'reader', grants: [{ entity: 'contact', actions: ['read', 'update'] }] });

let world: RecordWorld;
let ann: Actor;
let ben: Actor;
beforeAll(async () => {
  world = await recordWorld([account, contact, badge, pass], [desk, reader]);
  ann = await world.person('Ann', ['desk']);
  ben = await world.person('Ben', ['reader']);
});
afterAll(() => world.close());

let last = 0;
const merge = (
  entity: string,
  ids: string[],
  options: { values?: Record<string, unknown>; actor?: Actor; request?: string } = {},
) => {
  const [into, ...from] = ids;
  const { values, actor = system, request = `merge-${++last}` } = options;
  return world.records.merge({ actor, entity, into: into!, from, values, cause: { request } });
};
const undo = (of: string, actor = system) =>
  world.records.undo({ actor, of, cause: { request: `undo-${++last}` } });
const read = (entity: string, id: string, actor = system) => world.records.read({ actor, entity, id });
const found = async (entity: string, search: string) =>
  (await world.records.list({ actor: system, entity, search })).items.map(({ id }) => id);

test('empty fields are filled from the others in their order, and what the caller says comes before all', async () => {
  const ids = await world.create('contact', [
    { name: 'Li Na', score: 1 },
    { name: 'Na Li', email: 'lina@x.cn', score: 2, words: ['a'] },
    { name: 'L. Na', share: 0.5, words: ['b'], born: '1990-01-02' },
  ]);
  await merge('contact', ids, { values: { name: 'Li Na (娜)', born: null } });
  expect(await read('contact', ids[0]!)).toMatchObject({
    name: 'Li Na (娜)',
    score: 1,
    email: 'lina@x.cn',
    words: ['a'],
    share: 0.5,
    born: null,
  });
  const bin = await world.records.list({ actor: system, entity: 'contact', isBin: true });
  expect(bin.items.map(({ id }) => id).toSorted()).toEqual(ids.slice(1).toSorted());
});

test('the names of what went find what stayed, until that is back', async () => {
  const ids = await world.create('account', [
    { name: 'Nordlicht' },
    { name: 'Polarstern' },
    { name: 'Sextant' },
  ]);
  world.catalogue.replace([{ ...account, search: ['name'] }, contact, badge, pass]);
  await merge('account', [ids[1]!, ids[2]!], { request: 'inner' });
  await merge('account', [ids[0]!, ids[1]!], { request: 'outer' });
  expect(await found('account', 'sextant')).toEqual([ids[0]]);
  await world.records.write({
    actor: system,
    changes: [{ op: 'update', entity: 'account', id: ids[0]!, values: { name: 'Nordlicht AG' } }],
  });
  expect(await found('account', 'polarstern')).toEqual([ids[0]]);
  await undo('outer');
  expect(await found('account', 'polarstern')).toEqual([ids[1]]);
  expect(await found('account', 'sextant')).toEqual([ids[1]]);
});

test('whatever pointed to them points to the winner, also what the actor cannot see, and undo puts it back', async () => {
  const [kept, gone] = await world.create('account', [{ name: 'Kept' }, { name: 'Gone' }]);
  const [hidden] = await world.create('contact', [{ name: 'Hidden', account: gone }]);
  const [seat] = await world.create('badge', [{ code: 's', seat: gone }]);
  await merge('account', [kept!, gone!], { actor: ann, request: 'm1' });
  expect((await read('contact', hidden!))['account']).toMatchObject({ id: kept });
  expect((await read('badge', seat!))['seat']).toMatchObject({ id: kept });
  const result = await undo('m1', ann);
  expect(result).toEqual({ undone: 3, skipped: [], hidden: 0 });
  expect((await read('contact', hidden!))['account']).toMatchObject({ id: gone });
  expect((await read('badge', seat!))['seat']).toMatchObject({ id: gone });
});

test('a relation with room for one keeps the winner’s, or takes the first', async () => {
  const people = await world.create('contact', [{ name: 'p1' }, { name: 'p2' }, { name: 'p3' }]);
  const [first, second] = await world.create('pass', [
    { code: '2', contact: people[1] },
    { code: '3', contact: people[2] },
  ]);
  await merge('contact', people, { request: 'room' });
  expect((await read('pass', first!))['contact']).toMatchObject({ id: people[0] });
  expect((await read('pass', second!))['contact']).toBeNull();
  await undo('room');
  expect((await read('pass', second!))['contact']).toMatchObject({ id: people[2] });
});

test('nothing points to itself afterwards, and no tree becomes a ring', async () => {
  const [top] = await world.create('account', [{ name: 'Top' }]);
  const [middle] = await world.create('account', [{ name: 'Middle', parent: top }]);
  const [bottom] = await world.create('account', [{ name: 'Bottom', parent: middle }]);
  await merge('account', [bottom!, top!], { request: 'ring' });
  expect((await read('account', bottom!))['parent']).toBeNull();
  expect((await read('account', middle!))['parent']).toMatchObject({ id: bottom });
  await undo('ring');
  expect((await read('account', bottom!))['parent']).toMatchObject({ id: middle });
  await merge('account', [middle!, top!, bottom!], { request: 'flat' });
  expect((await read('account', middle!))['parent']).toBeNull();
  expect(await undo('flat')).toMatchObject({ skipped: [] });
  expect((await read('account', middle!))['parent']).toMatchObject({ id: top });
  expect((await read('account', bottom!))['parent']).toMatchObject({ id: middle });
});

test('a unique value moves to the winner and back', async () => {
  const ids = await world.create('contact', [
    { name: 'u1', email: 'one@u.de' },
    { name: 'u2', email: 'two@u.de' },
  ]);
  await merge('contact', ids, { values: { email: 'two@u.de' }, request: 'unique' });
  expect((await read('contact', ids[0]!))['email']).toBe('two@u.de');
  expect(await undo('unique')).toEqual({ undone: 2, skipped: [], hidden: 0 });
  expect((await read('contact', ids[0]!))['email']).toBe('one@u.de');
  expect((await read('contact', ids[1]!))['email']).toBe('two@u.de');
});

test('it needs update on the winner and delete on the others, and takes over nothing that was hidden', async () => {
  const ids = await world.create('contact', [
    { name: 'a1', owner: ann.id },
    { name: 'a2', level: 'high', about: 'a secret' },
    { name: 'a3' },
  ]);
  await expect(merge('contact', [ids[0]!, ids[2]!], { actor: ann })).rejects.toMatchObject({ status: 404 });
  await expect(merge('contact', [ids[0]!, ids[1]!], { actor: ben })).rejects.toMatchObject({
    code: 'record-delete-forbidden',
  });
  await merge('contact', [ids[0]!, ids[1]!], { actor: ann });
  expect((await read('contact', ids[0]!))['about']).toBeNull();
});

test('a merge with itself, with nothing or with too many is refused', async () => {
  const [id] = await world.create('contact', [{ name: 'alone' }]);
  const refusal = (from: string[]) =>
    world.records
      .merge({ actor: system, entity: 'contact', into: id!, from, cause: {} })
      .catch((error: { errors?: { code: string }[] }) => error.errors?.[0]?.code);
  expect(await refusal([id!])).toBe('merge-into-itself');
  expect(await refusal([])).toBe('merge-count');
  expect(await refusal(Array.from({ length: 21 }, () => crypto.randomUUID()))).toBe('merge-count');
});
