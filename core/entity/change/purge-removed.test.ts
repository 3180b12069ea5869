import { afterAll, beforeAll, expect, test } from 'vitest';
import { definitionsOf } from '../../../tests/support/definitions-of.ts';
import { recordWorld, type RecordWorld } from '../../../tests/support/record-world.ts';
import { defineEntity, text, type EntityDefinition } from '../index.ts';
import { purgeRemoved } from './purge-removed.ts';

const visit: EntityDefinition = {
  ...defineEntity({ id: 'visit', title: 'name', fields: { name: text() } }),
  plugin: 'demo',
};

let world: RecordWorld;
beforeAll(async () => {
  world = await recordWorld([visit]);
});
afterAll(() => world.close());

test('a removed field is kept for thirty days, then it goes and its name is free', async () => {
  const definitions = definitionsOf(world, [visit]);
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
