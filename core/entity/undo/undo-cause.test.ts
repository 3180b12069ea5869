import { afterAll, beforeAll, expect, test } from 'vitest';
import { account, contact } from '../../../tests/support/record-entities.ts';
import { recordWorld, type RecordWorld } from '../../../tests/support/record-world.ts';
import { defineRole, systemActor as system, type Actor } from '../../access/index.ts';
import type { Change } from '../index.ts';

const desk = defineRole({
  id: 'desk',
  grants: [{ entity: 'contact', actions: ['read', 'update', 'create'], where: { owner: '$actor.id' } }],
});
let world: RecordWorld;
let ann: Actor;
let ben: Actor;
beforeAll(async () => {
  world = await recordWorld([account, contact], [desk]);
  ann = await world.person('Ann', ['desk']);
  ben = await world.person('Ben', ['desk']);
});
afterAll(() => world.close());

const write = (request: string, changes: Change[], actor = system) =>
  world.records.write({ actor, changes, cause: { request } });
const undo = (of: string, actor = system) =>
  world.records.undo({ actor, of, cause: { request: `undo ${of}` } });
const update = (id: string, values: Record<string, unknown>): Change => ({
  op: 'update',
  entity: 'contact',
  id,
  values,
});
const read = (id: string) => world.records.read({ actor: system, entity: 'contact', id });

test('fields go back to what they were, over several steps; what was changed since stays and is named', async () => {
  const ids = await world.create('contact', [
    { name: 'n1', score: 1 },
    { name: 'n2', score: 2 },
  ]);
  await write('edit', [update(ids[0]!, { score: 10 }), update(ids[1]!, { score: 10, share: 0.5 })]);
  await write('edit', [update(ids[0]!, { score: 11 })]);
  await write('other', [update(ids[1]!, { score: 20 })]);
  const result = await undo('edit');
  expect(result).toEqual({
    undone: 2,
    hidden: 0,
    skipped: [{ entity: 'contact', id: ids[1], title: 'n2', fields: ['score'] }],
  });
  expect(await read(ids[0]!)).toMatchObject({ score: 1 });
  expect(await read(ids[1]!)).toMatchObject({ score: 20, share: null });
});

test('an undo is itself undone, and a second one of the same finds nothing left to do', async () => {
  const [id] = await world.create('contact', [{ name: 'again', score: 1 }]);
  await write('once', [update(id!, { score: 2 })]);
  await undo('once');
  expect(await undo('once')).toMatchObject({ undone: 0, skipped: [{ id }] });
  await undo('undo once');
  expect(await read(id!)).toMatchObject({ score: 2 });
});

test('what was deleted comes back with what was emptied by it, and what was made goes', async () => {
  const [parent] = await world.create('account', [{ name: 'Parent' }]);
  const [child] = await world.create('account', [{ name: 'Child', parent }]);
  await write('delete', [{ op: 'delete', entity: 'account', id: parent! }]);
  await undo('delete');
  const back = await world.records.read({ actor: system, entity: 'account', id: child! });
  expect(back['parent']).toMatchObject({ id: parent });
  const [made, worked] = await write('make', [
    { op: 'create', entity: 'contact', values: { name: 'made' } },
    { op: 'create', entity: 'contact', values: { name: 'worked on' } },
  ]);
  const ids = [made, worked].map((one) => (one!.ok ? one!.id : ''));
  await write('work', [update(ids[1]!, { name: 'mine now' })]);
  expect(await undo('make')).toMatchObject({ undone: 1, skipped: [{ id: ids[1], fields: ['name'] }] });
  await expect(read(ids[0]!)).rejects.toMatchObject({ status: 404 });
});

test('who gave records away gets them back; nobody else can, and not after a day', async () => {
  const ids = await world.create('contact', [{ name: 'given', owner: ann.id }]);
  await write('give', [update(ids[0]!, { owner: ben.id })], ann);
  await expect(undo('give', ben)).rejects.toMatchObject({ code: 'undo-nothing' });
  expect(await undo('give', ann)).toMatchObject({ undone: 1 });
  expect((await read(ids[0]!))['owner']).toMatchObject({ id: ann.id });
  await write('old', [update(ids[0]!, { score: 3 })], ann);
  await world.sql`update core.event set at = at - interval '25 hours' where cause->>'request' = 'old'`;
  await expect(undo('old', ann)).rejects.toMatchObject({ code: 'undo-nothing' });
});

test('rights that were taken away meanwhile are gone', async () => {
  const [id] = await world.create('contact', [{ name: 'lost', owner: ann.id }]);
  await write('before', [update(id!, { score: 3 })], ann);
  await expect(undo('before', { ...ann, roles: [] })).rejects.toMatchObject({ status: 403 });
});

test('of what was left, records that the actor does not see are only counted', async () => {
  const [id] = await world.create('contact', [{ name: 'away', owner: ann.id }]);
  await write('touch', [update(id!, { score: 3 })], ann);
  await write('take', [update(id!, { score: 4, owner: ben.id })]);
  expect(await undo('touch', ann)).toEqual({ undone: 0, skipped: [], hidden: 1 });
});
