/** What the audit says of the first change that an admin makes to what a plugin declares. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { definitionsOf } from '../../../tests/support/definitions-of.ts';
import { recordWorld, type RecordWorld } from '../../../tests/support/record-world.ts';
import { readAudit } from '../../configuration/index.ts';
import { defineEntity, integer, text, type Definitions, type EntityDefinition } from '../index.ts';

const visit: EntityDefinition = {
  ...defineEntity({
    id: 'visit',
    title: 'name',
    fields: { name: text({ required: true }), rank: integer() },
  }),
  plugin: 'demo',
};

let world: RecordWorld;
let definitions: Definitions;
beforeAll(async () => {
  world = await recordWorld([visit]);
  definitions = definitionsOf(world, [visit]);
  await definitions.start();
});
afterAll(() => world.close());

const last = async () => (await readAudit(world.sql, { kind: 'entity', id: 'visit', limit: 1 })).items[0]!;

test('it differs from what the plugin declared, and so does its undoing', async () => {
  const made = await definitions.apply(
    {
      kind: 'operations',
      entity: 'visit',
      operations: [{ op: 'changeField', id: 'rank', set: { help: { en: 'One is best' } } }],
    },
    'system',
  );
  const path = ['definition', 'fields', 'rank', 'help'];
  expect(await last()).toMatchObject({
    act: 'changed',
    differences: [{ path, before: null, after: { en: 'One is best' } }],
  });
  await definitions.apply({ kind: 'undo', change: await definitions.change(made.id) }, 'system');
  expect(await last()).toMatchObject({
    act: 'changed',
    differences: [{ path, before: { en: 'One is best' }, after: null }],
  });
});
