/** A field of another type whose values must be unique, or are with others. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { definitionsOf } from '../../../tests/support/definitions-of.ts';
import { recordWorld, type RecordWorld } from '../../../tests/support/record-world.ts';
import { defineEntity, text, type Definitions, type EntityDefinition } from '../index.ts';
import { applySchema, planSchema } from '../schema/apply.ts';

const part: EntityDefinition = {
  ...defineEntity({
    id: 'part',
    title: 'name',
    fields: { name: text(), code: text({ unique: true }), maker: text() },
    uniques: { once: { fields: ['maker', 'code'] } },
  }),
  plugin: 'demo',
};

let world: RecordWorld;
let definitions: Definitions;
beforeAll(async () => {
  world = await recordWorld([part]);
  definitions = definitionsOf(world, [part]);
  await definitions.start();
  await world.create('part', [
    { name: 'One', code: '1', maker: 'A' },
    { name: 'One again', code: '01', maker: 'A' },
  ]);
});
afterAll(() => world.close());

const asked = {
  kind: 'operations' as const,
  entity: 'part',
  operations: [{ op: 'changeField' as const, id: 'code', set: { type: 'integer' } }],
};
const typeOf = (): string | undefined => world.catalogue.entities()[0]!.fields['code']?.type;

test('values that would become the same are refused before the new type counts', async () => {
  await expect(definitions.apply(asked, 'system')).rejects.toMatchObject({ code: 'plan-duplicates' });
  // then
  expect(typeOf()).toBe('text');
  const [failed] = await definitions.changes('part');
  expect(failed).toMatchObject({ state: 'failed', problem: { code: 'plan-duplicates' } });
  await expect(applySchema(world.sql, world.catalogue.entities())).resolves.toEqual([]);
});

test('nothing of it is left behind', async () => {
  const left = await world.sql`
    select attname from pg_attribute where attrelid = 'data.part'::regclass and attname like 'next\\_%' and not attisdropped
    union all select indexrelid::regclass::text from pg_index where indrelid = 'data.part'::regclass
      and indexrelid::regclass::text like 'data.next%'
    union all select tgname from pg_trigger where tgrelid = 'data.part'::regclass and not tgisinternal`;
  expect(left).toEqual([]);
});

test('when they differ it is done, and they go on being unique', async () => {
  await world.sql`update data.part set code = '2' where name = 'One again'`;
  // when
  await definitions.apply(asked, 'system');
  // then
  expect(typeOf()).toBe('integer');
  const plans = await planSchema(world.sql, world.catalogue.entities());
  expect(plans.flatMap(({ steps }) => steps.filter(({ sql }) => sql.length > 0))).toEqual([]);
  await expect(world.create('part', [{ name: 'Two', code: 2, maker: 'B' }])).rejects.toMatchObject({
    status: 422,
  });
});
