import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordWorld, type RecordWorld } from '../../../tests/support/record-world.ts';
import { defineRole, systemActor as actor } from '../../access/index.ts';
import { createFiles } from '../../file/index.ts';
import { defineEntity, file, secret, text } from '../index.ts';
import { sealOpenValues } from './seal-open-values.ts';
import { open, seal, useServerSecret } from './secret-box.ts';

const person = defineEntity({
  id: 'patient',
  title: 'name',
  fields: {
    name: text({ required: true }),
    number: secret({ isFindable: true }),
    note: secret(),
    scan: file({ accept: ['image/*'], max: 1 }),
  },
});
const masked = defineRole({
  id: 'masked',
  grants: [{ entity: 'patient', actions: ['read', 'create', 'update'], fields: { number: 'masked' } }],
});
const plain = defineRole({
  id: 'plain',
  grants: [{ entity: 'patient', actions: ['read', 'create', 'update'] }],
});

let world: RecordWorld;
beforeAll(async () => {
  useServerSecret('a secret of thirty-two characters!');
  world = await recordWorld([person], [masked, plain]);
});
afterAll(() => world.close());

const read = (id: string, who = actor) => world.records.read({ actor: who, entity: 'patient', id });
const found = async (filter: Record<string, unknown>): Promise<unknown[]> =>
  (await world.records.list({ actor, entity: 'patient', filter })).items.map(({ name }) => name);

test('a secret is nowhere in clear: not in the table, the events, the record or the search', async () => {
  const [id] = await world.create('patient', [{ name: 'Ada', number: 'ID-4711', note: 'allergic' }]);
  await world.records.write({
    actor,
    changes: [{ op: 'update', entity: 'patient', id: id!, values: { note: 'allergic to nuts' } }],
  });
  const everything = JSON.stringify([
    await world.sql`select t::text as row from data.patient t`,
    await world.sql`select changes::text as row from core.event`,
    await read(id!),
  ]);
  expect(everything).not.toMatch(/4711|allergic/);
  expect(await read(id!)).toMatchObject({ number: { isSet: true, field: 'number' }, note: { isSet: true } });
});

test('who may see it has it revealed, which is written down; who sees it masked has not', async () => {
  const [id] = await world.create('patient', [{ name: 'Bea', number: 'ID-1' }]);
  const reveal = (who: typeof actor) =>
    world.records.reveal({ actor: who, entity: 'patient', id: id!, field: 'number', cause: {} });
  const seeing = await world.person('Seeing', ['plain']);
  expect(await reveal(seeing)).toBe('ID-1');
  expect(await reveal(await world.person('Masked', ['masked']))).toBeNull();
  const [event] = await world.sql`select actor from core.event where type = 'patient.revealed'`;
  expect(event).toEqual({ actor: seeing.id });
});

test('it is found by its whole value when asked, and only then', async () => {
  await world.create('patient', [{ name: 'Cid', number: 'X-77 ', note: 'n' }]);
  expect(await found({ number: 'x-77' })).toEqual(['Cid']);
  expect(await found({ number: { in: ['x-77', 'y'] } })).toEqual(['Cid']);
  await expect(found({ number: { contains: '77' } })).rejects.toMatchObject({ status: 422 });
  await expect(found({ note: 'n' })).rejects.toMatchObject({ status: 422 });
  expect(await found({ note: { isNull: false }, name: 'Cid' })).toEqual(['Cid']);
});

test('what was read is written back unchanged; what another server sealed does not open', async () => {
  const [id] = await world.create('patient', [{ name: 'Dot', number: 'keep' }]);
  const record = await read(id!);
  await world.records.write({
    actor,
    changes: [
      { op: 'update', entity: 'patient', id: id!, values: { number: record['number'], name: 'Dora' } },
    ],
  });
  expect(await found({ number: 'keep' })).toEqual(['Dora']);
  const sealed = seal('x');
  expect(open(sealed)).toBe('x');
  expect(open(`${sealed.slice(0, -2)}AA`)).toBeUndefined();
  useServerSecret('another secret of thirty-two chars');
  expect(open(sealed)).toBeUndefined();
  useServerSecret('a secret of thirty-two characters!');
});

test('a field that was text and became a secret is sealed where it stands open, and taken out of the history', async () => {
  // given records of a time when the field was text: one with a value, one in the bin, and one sealed since
  const [open1, gone, sealed] = await world.create('patient', [
    { name: 'Eli' },
    { name: 'Fay' },
    { name: 'Gus', note: 'sealed before' },
  ]);
  await world.sql`update data.patient set note = 'hooks.example/s3cret' where id in (${open1!}, ${gone!})`;
  await world.sql`update data.patient set deleted_at = now() where id = ${gone!}`;
  await world.sql`
    update core.event set changes = '{"name": {"after": "Eli"}, "note": {"after": "hooks.example/s3cret"}}'
    where record_id = ${open1!}`;
  const before = await world.sql`select note from data.patient where id = ${sealed!}`;
  // when the server starts with the field as a secret, and once more
  const definition = { ...person, fields: { ...person.fields, note: secret({ wasText: true }) } };
  await sealOpenValues(world.sql, [definition]);
  await sealOpenValues(world.sql, [definition]);
  // then it stands nowhere in clear, is what it was, and what was sealed is untouched
  const everything = JSON.stringify([
    await world.sql`select t::text as row from data.patient t`,
    await world.sql`select changes::text as row from core.event`,
  ]);
  expect(everything).not.toContain('s3cret');
  expect(everything).toContain('Eli');
  expect(await world.sql`select note from data.patient where id = ${sealed!}`).toEqual(before);
  expect(await read(open1!)).toMatchObject({ note: { isSet: true } });
  expect(await world.records.reveal({ actor, entity: 'patient', id: open1!, field: 'note', cause: {} })).toBe(
    'hooks.example/s3cret',
  );
});

test('a file hangs on a record when its writer uploaded it and the field takes it', async () => {
  const files = createFiles({ sql: world.sql });
  const who = await world.person('Up Loader', ['plain']);
  const upload = async (bytes: Buffer, createdBy = who.id): Promise<string> =>
    (
      await files.write({
        name: 'scan.png',
        createdBy,
        bytes: (async function* () {
          yield bytes;
        })(),
      })
    ).id;
  const png = Buffer.from('89504e470d0a1a0a0000', 'hex');
  const write = async (scan: string): Promise<unknown> => {
    const [result] = await world.records.write({
      actor: who,
      changes: [{ op: 'create', entity: 'patient', values: { name: 'File', scan } }],
    });
    return result!.ok ? read(result!.id, who) : result!.problem.errors?.map(({ code }) => code);
  };
  expect(await write(await upload(png))).toMatchObject({
    scan: {
      name: 'scan.png',
      type: 'image/png',
      size: 10,
      href: expect.stringMatching(/^\/api\/records\/patient\/.*\/files\/scan$/),
    },
  });
  expect(await write(await upload(png, 'somebody else'))).toEqual(['file-missing']);
  expect(await write(await upload(Buffer.from('text')))).toEqual(['file-type-refused']);
  expect(await write(await upload(Buffer.concat([png, Buffer.alloc(1_100_000)])))).toEqual([
    'file-too-large',
  ]);
});
