import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogueOf, definitionsOf } from '../../../tests/support/definitions-of.ts';
import { recordWorld, type RecordWorld } from '../../../tests/support/record-world.ts';
import { itemsOf, packFiles } from '../../configuration/index.ts';
import { systemActor as actor } from '../../access/index.ts';
import { entityPart } from './entity-part.ts';

let world: RecordWorld;
beforeAll(async () => {
  world = await recordWorld([]);
});
afterAll(() => world.close());

test('a pack’s entities come together, though they lead to each other, and go together', async () => {
  const part = entityPart({
    sql: world.sql,
    registry: { ...catalogueOf(world, []), find: () => undefined },
    definitions: definitionsOf(world, []),
  });
  const own = (id: string, other: string): unknown => ({
    definition: {
      ...{ id, plugin: 'admin', title: 'name', search: ['name'], owner: false, indexes: [] },
      fields: { name: { type: 'text' }, other: { type: 'relation', entity: other } },
    },
  });
  const context = { actor, requestId: 'r', at: 0 };
  const before = await part.items();
  await part.apply(
    [
      { id: 'ship', content: own('ship', 'port') },
      { id: 'port', content: own('port', 'ship') },
    ],
    context,
  );
  expect(await part.has('ship')).toBe(true);
  const items = await part.items();
  expect(part.refers!(items.find(({ id }) => id === 'ship')!.content)).toEqual([
    { kind: 'entity', id: 'port' },
  ]);
  await part.apply(
    [
      { id: 'ship', content: null },
      { id: 'port', content: null },
    ],
    context,
  );
  expect(await part.items()).toEqual(before);
  const audit =
    await world.sql`select from core.event where type = 'definition.changed' and changes #>> '{id,after}' = 'ship'`;
  expect(audit).toHaveLength(2);
});

test('fields come out of a pack in the order in which they were put, not by their names', async () => {
  const part = entityPart({
    sql: world.sql,
    registry: { ...catalogueOf(world, []), find: () => undefined },
    definitions: definitionsOf(world, []),
  });
  const context = { actor, requestId: 'r', at: 0 };
  const field = { type: 'text' };
  const definition = {
    ...{ id: 'crate', plugin: 'admin', title: 'name', search: ['name'], owner: false, indexes: [] },
    fields: { name: field, weight: field, colour: field },
  };
  await part.apply([{ id: 'crate', content: { definition } }], context);
  const files = await packFiles([part], 'Yard');
  await part.apply([{ id: 'crate', content: null }], context);
  const { items } = itemsOf(files, [part]);
  await part.apply(items, context);
  const [row] = await world.sql`select definition from core.entity_definition where id = 'crate'`;
  expect(Object.keys((row!['definition'] as typeof definition).fields)).toEqual(['name', 'weight', 'colour']);
});
