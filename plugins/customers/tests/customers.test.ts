import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../../../core/access/index.ts';
import { recordWorld, type RecordWorld } from '../../../tests/support/record-world.ts';
import { companies } from '../demo/companies.ts';
import { customers } from '../plugin.ts';

let world: RecordWorld;

beforeAll(async () => {
  world = await recordWorld(customers.entities, customers.roles);
});
afterAll(() => world.close());

test('accounts form a tree, and a parent that goes leaves its subsidiaries behind', async () => {
  // given a company and its subsidiary
  const [parent = ''] = await world.create('account', [{ name: 'Calder', sector: 'software' }]);
  const [child = ''] = await world.create('account', [{ name: 'Calder Cloud', subsidiaryOf: parent }]);
  const read = () => world.records.read({ actor: systemActor, entity: 'account', id: child });
  expect((await read())['subsidiaryOf']).toEqual({ id: parent, title: 'Calder' });
  // when the parent is deleted
  const [deleted] = await world.records.write({
    actor: systemActor,
    changes: [{ op: 'delete', entity: 'account', id: parent }],
  });
  // then the child stays, without a parent
  expect(deleted).toMatchObject({ ok: true });
  expect((await read())['subsidiaryOf']).toBeNull();
});

test('a reader sees customers and changes none', async () => {
  const [id = ''] = await world.create('account', [{ name: 'Dunmore' }]);
  const reader = await world.person('Reader', ['customers.reader']);
  const [written] = await world.records.write({
    actor: reader,
    changes: [{ op: 'update', entity: 'account', id, values: { name: 'Mine' } }],
  });
  expect(await world.records.read({ actor: reader, entity: 'account', id })).toMatchObject({
    name: 'Dunmore',
  });
  expect(written).toMatchObject({ ok: false });
});

test('a keeper brings customers in', async () => {
  const keeper = await world.person('Keeper', ['customers.keeper']);
  const [written] = await world.records.write({
    actor: keeper,
    changes: [
      { op: 'create', entity: 'contact', values: { name: 'Hana Iversen', email: 'hana@example.com' } },
    ],
  });
  expect(written).toMatchObject({ ok: true });
});

test('the demo has forty companies of different names, whose parents are among them', () => {
  const names = companies.map(([name]) => name);
  expect(new Set(names).size).toBe(40);
  expect(
    companies.flatMap(([, , , parent]) => parent ?? []).filter((parent) => !names.includes(parent)),
  ).toEqual([]);
});
