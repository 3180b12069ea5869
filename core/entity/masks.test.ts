/** A field that is hidden or masked on some records must not come out through a question either. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordWorld, type RecordWorld } from '../../tests/support/record-world.ts';
import { defineRole, systemActor, type Actor } from '../access/index.ts';
import { defineEntity, formula, integer, phone, relation, rollup, text } from './index.ts';

const firm = defineEntity({
  id: 'firm',
  title: 'name',
  fields: { name: text(), secret: text(), total: rollup('person', 'sum', { by: 'firm', field: 'salary' }) },
});
const person = defineEntity({
  id: 'person',
  title: 'name',
  owner: true,
  search: ['name', 'phone'],
  fields: {
    name: text(),
    phone: phone(),
    salary: integer(),
    note: text(),
    firm: relation('firm'),
    yearly: formula('salary * 12', integer()),
    shout: formula('$uppercase(name)', text()),
  },
});
const own = { owner: '$actor.id' };
const clerk = defineRole({
  id: 'clerk',
  grants: [
    { entity: 'person', actions: ['read', 'update', 'create'], where: own, fields: { note: 'read-only' } },
    {
      entity: 'person',
      actions: ['read', 'update'],
      fields: { phone: 'masked', salary: 'hidden', note: 'hidden' },
    },
    { entity: 'firm', actions: ['read'], fields: { secret: 'hidden' } },
  ],
});
const administrator = defineRole({
  id: 'administrator',
  permissions: ['*'],
  grants: [{ entity: '*', actions: ['read', 'update'] }],
});
const stranger = defineRole({ id: 'stranger', grants: [{ entity: 'person', actions: ['read'] }] });

let world: RecordWorld;
let actor: Actor;
let mine: string;
let theirs: string;
beforeAll(async () => {
  world = await recordWorld([firm, person], [clerk, stranger, administrator]);
  actor = await world.person('Clerk', ['clerk']);
  const [id] = await world.create('firm', [{ name: 'Firm', secret: 'gold' }]);
  [mine, theirs] = (await world.create('person', [
    { name: 'Mine', phone: '+8613812345678', salary: 10, note: 'n', owner: actor.id, firm: id },
    { name: 'Theirs', phone: '+8613899995678', salary: 99, note: 'n', firm: id },
  ])) as [string, string];
});
afterAll(() => world.close());

const code = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'answered',
    (error: { errors?: { code: string }[] }) => error.errors?.[0]?.code,
  );
const list = (more: object) => world.records.list({ actor, entity: 'person', sort: ['name'], ...more });

test('each record shows what its rules allow', async () => {
  const { items } = await list({});
  expect(items).toMatchObject([
    { name: 'Mine', phone: '+8613812345678', salary: 10, note: 'n' },
    { name: 'Theirs', phone: '+86138****5678', salary: null, note: null },
  ]);
  expect(await world.records.read({ actor, entity: 'person', id: theirs, fields: ['salary'] })).toMatchObject(
    { salary: null },
  );
});

test('no filter, order, group, measure or path asks about it', async () => {
  expect(await code(list({ filter: { salary: { gt: 50 } } }))).toBe('field-not-askable');
  expect(await code(list({ filter: { not: { or: [{ phone: { startsWith: '+861389' } }] } } }))).toBe(
    'field-not-askable',
  );
  expect(await code(list({ filter: { 'firm.secret': 'gold' } }))).toBe('field-not-askable');
  expect(await code(list({ sort: ['-salary'] }))).toBe('field-not-askable');
  expect(await code(list({ sort: ['firm.secret'] }))).toBe('field-not-askable');
  const aggregate = (more: object) =>
    code(world.records.aggregate({ actor, entity: 'person', measures: [{ function: 'count' }], ...more }));
  expect(await aggregate({ group: [{ field: 'phone' }] })).toBe('field-not-askable');
  expect(await aggregate({ measures: [{ function: 'max', field: 'salary' }] })).toBe('field-not-askable');
  expect(await code(world.records.list({ actor, entity: 'firm', fields: ['secret'] }))).toBe('field-unknown');
});

test('search, formulas and roll-ups do not find it', async () => {
  expect((await list({})).items).toMatchObject([
    { yearly: null, shout: 'MINE' },
    { yearly: null, shout: 'THEIRS' },
  ]);
  expect(await world.records.read({ actor: systemActor, entity: 'person', id: theirs })).toMatchObject({
    yearly: 1188,
  });
  expect((await list({ search: '9999' })).items).toEqual([]);
  expect((await list({ search: 'theirs' })).items).toHaveLength(1);
  expect(await world.records.similar({ actor, entity: 'person', query: '13899995678' })).toEqual([]);
  const { items } = await world.records.list({ actor, entity: 'firm' });
  expect(items).toMatchObject([{ total: null }]);
});

test('a timeline masks it, a change of it is refused', async () => {
  const { items } = await world.records.timeline({ actor, entity: 'person', id: theirs });
  expect(JSON.stringify(items)).not.toMatch(/9999|99\b/);
  const change = async (id: string, values: object) => {
    const [result] = await world.records.write({
      actor,
      changes: [{ op: 'update', entity: 'person', id, values: { ...values } }],
    });
    return result!.ok ? 'changed' : (result!.problem.errors?.[0]?.code ?? result!.problem.code);
  };
  expect(await change(theirs, { salary: 1 })).toBe('field-not-writable');
  expect(await change(mine, { salary: 11 })).toBe('changed');
  expect(await change(mine, { note: 'x' })).toBe('field-not-writable');
  expect(await change(theirs, { name: 'Theirs 2' })).toBe('changed');
});

test('hidden from an actor without any grant is the whole entity', async () => {
  const nobody = await world.person('Nobody', []);
  expect((await world.records.list({ actor: nobody, entity: 'person', count: 'exact' })).count).toBe(0);
  expect(world.access.mayEver(nobody, 'person', 'read')).toBe(false);
  expect(world.access.mayEver(actor, 'person', 'delete')).toBe(false);
  expect(world.access.fieldAccess(actor, 'firm')['secret']).toBe('hidden');
});

test('a related record that is not for the reader has no title, one without a name an empty one', async () => {
  const other = await world.person('Stranger', ['stranger']);
  const [nameless] = await world.create('firm', [{ secret: 's' }]);
  await world.create('person', [{ name: 'Zoe', firm: nameless }]);
  const firmsFor = async (who: Actor) =>
    (await world.records.list({ actor: who, entity: 'person', sort: ['name'], fields: ['firm'] })).items.map(
      ({ firm: of }) => (of as { title: string | null }).title,
    );
  expect(await firmsFor(actor)).toEqual(['Firm', 'Firm', '']);
  expect(await firmsFor(other)).toEqual([null, null, null]);
});

test('through the eyes of a role one sees one’s own records as the role would show them, and nothing more', async () => {
  const admin = { ...(await world.person('Admin', ['administrator'])), lens: 'clerk' };
  const seen = (who: Actor) => world.records.list({ actor: who, entity: 'person', sort: ['name'] });
  const [first, second] = (await seen(admin)).items;
  expect(first).toMatchObject({ name: 'Mine', phone: '+86138****5678', salary: null, note: null });
  expect(second).toMatchObject({ phone: '+86138****5678', salary: null });
  expect(await code(world.records.list({ actor: admin, entity: 'person', sort: ['salary'] }))).toBe(
    'field-not-askable',
  );
  expect((await world.records.list({ actor: admin, entity: 'firm' })).items[0]).not.toHaveProperty('secret');
  // a role that shows more than one's own adds nothing
  const narrow = { ...actor, lens: 'administrator' };
  expect((await seen(narrow)).items[1]).toMatchObject({ phone: '+86138****5678', salary: null });
  const strange = { ...(await world.person('Other', ['stranger'])), lens: 'administrator' };
  expect((await world.records.list({ actor: strange, entity: 'firm' })).items).toEqual([]);
});
