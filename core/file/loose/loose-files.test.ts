import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordWorld, type RecordWorld } from '../../../tests/support/record-world.ts';
import { systemActor as actor } from '../../access/index.ts';
import { defineEntity, file, text } from '../../entity/index.ts';
import { createFiles } from '../files.ts';
import { removeLoose } from './remove-loose.ts';

const paper = {
  ...defineEntity({ id: 'paper', title: 'name', fields: { name: text(), scan: file() } }),
  plugin: 'demo',
};
const day = 86_400_000;

let world: RecordWorld;
beforeAll(async () => {
  world = await recordWorld([paper]);
});
afterAll(() => world.close());

const left = async () =>
  (await world.sql<{ name: string }[]>`select name from core.file order by name`).map(({ name }) => name);

/** What the hourly round does, so many days from now; answers how many went. */
const round = (later: number): Promise<number> => {
  const now = Date.now() + later * day;
  return removeLoose(world.sql, { before: new Date(now - day), now: new Date(now) });
};

test('a file that nothing points at any more goes a day later; what can come back keeps its own', async () => {
  // given an upload that nobody used, a replaced one, its replacement, one of a deleted record, and one of an import
  const names = ['unused', 'replaced', 'replacement', 'binned', 'imported'];
  const [, replaced, replacement, binned, imported] = (
    await createFiles(world).writeWhole(
      names.map((name) => ({ name, createdBy: 'system', bytes: Buffer.from(name) })),
    )
  ).map(({ id }) => id);
  const [first = '', second = ''] = await world.create('paper', [
    { name: 'First', scan: replaced },
    { name: 'Second', scan: binned },
  ]);
  await world.sql`
    insert into core.import (id, target, name, file_id, source, mapping, options, actor, created_by)
    values (${randomUUID()}, 'paper', 'imported', ${imported!}, '{}', '{}', '{}', '{}', 'system')`;
  expect(await round(0)).toBe(0);
  await world.records.write({
    actor,
    changes: [
      { op: 'update', entity: 'paper', id: first, values: { scan: replacement } },
      { op: 'delete', entity: 'paper', id: second },
    ],
  });
  // when the first is taken back in time, the other one is loose instead
  await world.records.service(actor).update('paper', [{ id: first, values: { scan: replaced } }]);
  expect(await round(0.5)).toBe(0);
  expect(await round(1.5)).toBe(2);
  // then
  expect(await left()).toEqual(['binned', 'imported', 'replaced']);
  expect(await round(9)).toBe(0);
});
