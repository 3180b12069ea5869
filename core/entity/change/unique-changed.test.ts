/** Unique fields and rules that change: a field of another type, a rule that is taken back. */
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

test('a rule that is gone refuses nobody any more, and comes back only where records differ', async () => {
  const taken = { kind: 'operations' as const, entity: 'part' };
  const one = { name: 'Three', code: 3, maker: 'C' };
  await world.create('part', [one]);
  const plan = await definitions.plan({
    ...taken,
    operations: [{ op: 'setUnique', id: 'once', unique: null }],
  });
  expect(plan.steps.map(({ kind }) => kind)).toEqual(['drop-unique']);
  // when
  await definitions.apply(
    { ...taken, operations: [{ op: 'setUnique', id: 'once', unique: null }] },
    'system',
  );
  const change = await definitions.apply(
    { ...taken, operations: [{ op: 'changeField', id: 'code', set: { unique: null } }] },
    'system',
  );
  // then
  await world.create('part', [one]);
  await expect(definitions.apply({ kind: 'undo', change }, 'system')).rejects.toMatchObject({
    code: 'plan-duplicates',
  });
  await world.create('part', [one]);
});
