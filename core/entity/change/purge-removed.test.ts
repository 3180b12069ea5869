import { afterAll, beforeAll, expect, test } from 'vitest';
import { definitionsOf } from '../../../tests/support/definitions-of.ts';
import { recordWorld, type RecordWorld } from '../../../tests/support/record-world.ts';
import { systemActor as actor } from '../../access/index.ts';
import { dateTime, defineEntity, file, relation, text, type EntityDefinition } from '../index.ts';
import { createFiles, removeLoose } from '../../file/index.ts';
import { endRecords } from '../retention/end-records.ts';
import { purgeRemoved } from './purge-removed.ts';

const visit: EntityDefinition = {
  ...defineEntity({ id: 'visit', title: 'name', fields: { name: text() } }),
  plugin: 'demo',
};

const pass: EntityDefinition = {
  ...defineEntity({
    id: 'pass',
    title: 'name',
    fields: { name: text(), endedAt: dateTime(), scan: file() },
    keptFor: { days: 10, after: 'endedAt' },
  }),
  plugin: 'demo',
};
const stamp: EntityDefinition = {
  ...defineEntity({
    id: 'stamp',
    title: 'name',
    fields: {
      name: text(),
      pass: relation('pass', { onDelete: 'clear' }),
      held: relation('pass', { onDelete: 'restrict' }),
      scan: file(),
    },
  }),
  plugin: 'demo',
};

let world: RecordWorld;
beforeAll(async () => {
  world = await recordWorld([visit, pass, stamp]);
});
afterAll(() => world.close());

test('a removed field is kept for thirty days, then it goes and its name is free', async () => {
  const definitions = definitionsOf(world, [visit, pass, stamp]);
  await definitions.start();
  const add = { op: 'addField', id: 'x_note', field: { type: 'text' } } as const;
  const apply = (...operations: Parameters<typeof change>) =>
    definitions.apply(change(...operations), 'system');
  await apply(add);
  await apply({ op: 'removeField', id: 'x_note' });
  const day = 86_400_000;
  expect(await purgeRemoved(world.sql, Date.now() + 29 * day)).toBe(0);
  expect(await purgeRemoved(world.sql, Date.now() + 31 * day)).toBe(1);
  await definitions.refresh();
  await apply(add);
  expect(world.models.get('visit').definition.fields).toHaveProperty('x_note');
});

const change = (
  operation: { op: 'addField'; id: string; field: { type: 'text' } } | { op: 'removeField'; id: string },
) => ({ kind: 'operations', entity: 'visit', operations: [operation] }) as const;

test('records go into the bin when their time is over, and for good after the grace; what is needed or has no date stays', async () => {
  // given
  const day = 86_400_000;
  const now = Date.now();
  const at = (days: number): string => new Date(now + days * day).toISOString();
  const [over, young, endless, held] = await world.create('pass', [
    { name: 'over', endedAt: at(-11) },
    { name: 'young', endedAt: at(-8) },
    { name: 'endless' },
    { name: 'held', endedAt: at(-11) },
  ]);
  const [stampOfOver] = await world.create('stamp', [
    { name: 'one', pass: over },
    { name: 'two', held },
  ]);
  const end = (later: number) => endRecords({ ...world, registry: world.catalogue, now: now + later * day });
  const left = async (): Promise<string[]> =>
    (await world.sql<{ name: string }[]>`select name from data.pass order by name`).map(({ name }) => name);
  // when
  expect(await end(0)).toBe(1);
  // then
  const page = await world.records.list({ actor, entity: 'pass' });
  expect(page.items.map(({ id }) => id).sort()).toEqual([young, endless, held].sort());
  expect(await world.records.read({ actor, entity: 'stamp', id: stampOfOver! })).toMatchObject({
    pass: null,
  });
  expect(await left()).toEqual(['endless', 'held', 'over', 'young']);
  // when the grace is over, which the young one has yet to begin
  expect(await end(31)).toBe(2);
  // then
  expect(await left()).toEqual(['endless', 'held', 'young']);
  expect(await world.sql`select from core.event where record_id = ${over!}`).toHaveLength(0);
  expect(await world.sql`select from core.event where record_id = ${young!}`).not.toHaveLength(0);
  // and what people delete goes the same way, whether its entity is kept for a time or not
  const [stampDeleted] = await world.create('stamp', [{ name: 'three' }]);
  await world.records.service(actor).delete('stamp', [stampDeleted!]);
  await end(29);
  expect(await world.sql`select from data.stamp where id = ${stampDeleted!}`).toHaveLength(1);
  await end(31);
  expect(await world.sql`select from data.stamp where id = ${stampDeleted!}`).toHaveLength(0);
});

test('files go with the records they hung on, but for what something else points at', async () => {
  // given three files, of which one hangs on a stamp too, and one goes with a mail
  const day = 86_400_000;
  const whole = ['alone', 'shared', 'mailed'].map((name) => ({
    ...{ name: `${name}.txt`, createdBy: 'system' },
    bytes: Buffer.from(name),
  }));
  const [alone, shared, mailed] = (await createFiles(world).writeWhole(whole)).map(({ id }) => id);
  const endedAt = new Date(Date.now() - 11 * day).toISOString();
  await world.create(
    'pass',
    [alone, shared, mailed].map((scan) => ({ name: 'scanned', endedAt, scan })),
  );
  await world.create('stamp', [{ name: 'copied', scan: shared }]);
  await world.sql`
    insert into core.outbox (id, key, channel, purpose, lane, recipient, content, due_at, created_at)
    values (gen_random_uuid(), 'loose', 'email', 'service', 3, 'a@example.com',
            ${world.sql.json({ files: [{ file: mailed!, name: 'mailed.txt' }] })}, now(), now())`;
  const left = async () =>
    (await world.sql<{ name: string }[]>`select name from core.file order by name`).map(({ name }) => name);
  const round = (later: number): Promise<number> => {
    const now = Date.now() + later * day;
    return removeLoose(world.sql, { before: new Date(now - day), now: new Date(now) });
  };
  // when they are in the bin
  const end = (later: number) =>
    endRecords({ ...world, registry: world.catalogue, now: Date.now() + later * day });
  await end(0);
  await round(0);
  expect(await left()).toEqual(['alone.txt', 'mailed.txt', 'shared.txt']);
  // when they are gone for good
  await end(31);
  expect(await left()).toHaveLength(3);
  expect(await round(31)).toBe(1);
  // then
  expect(await left()).toEqual(['mailed.txt', 'shared.txt']);
  expect(await round(31)).toBe(0);
  // and what went with a mail is looked at again a day after the server last saw it there
  await world.sql`update core.outbox set state = 'sent' where key = 'loose'`;
  expect(await round(31.5)).toBe(0);
  expect(await round(32.5)).toBe(1);
});

test('a keeping time is refused when it counts from no date, and taken back by undo', async () => {
  const definitions = definitionsOf(world, [visit, pass, stamp]);
  await definitions.start();
  const set = (keptFor: unknown) =>
    ({
      kind: 'operations',
      entity: 'visit',
      operations: [{ op: 'setEntity', set: { keptFor } }],
    }) as const;
  await expect(definitions.plan(set({ days: 0, after: 'name' }))).rejects.toMatchObject({
    errors: [{ code: 'kept-after-no-date' }, { code: 'kept-days' }],
  });
  const plan = await definitions.plan(set({ days: 1, after: 'createdAt' }));
  expect(plan.notes).toMatchObject([{ kind: 'kept-for', params: { count: 0 } }]);
  const done = await definitions.apply(set({ days: 1, after: 'createdAt' }), 'system');
  expect(world.models.get('visit').definition.keptFor).toEqual({ days: 1, after: 'createdAt' });
  await definitions.apply({ kind: 'undo', change: await definitions.change(done.id) }, 'system');
  expect(world.models.get('visit').definition.keptFor).toBeUndefined();
});
