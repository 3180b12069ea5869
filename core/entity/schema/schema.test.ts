import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordWorld, type RecordWorld } from '../../../tests/support/record-world.ts';
import { systemActor as actor } from '../../access/index.ts';
import { createRegistry, type Registry } from '../../registry.ts';
import {
  defineEntity,
  formula,
  integer,
  json,
  relation,
  secret,
  select,
  text,
  type EntityDefinition,
  type FieldDefinition,
} from '../index.ts';
import { bringUp, checkDefinitions } from './bring-up.ts';
import { createDefinitions } from './definitions.ts';
import { planSchema } from './apply.ts';

const visit = defineEntity({ id: 'visit', title: 'name', fields: { name: text(), rank: integer() } });
const next = (
  fields: Record<string, FieldDefinition>,
  more: Partial<EntityDefinition> = {},
): EntityDefinition => ({ ...visit, ...more, fields });

let world: RecordWorld;
let registry: Registry;
beforeAll(async () => {
  world = await recordWorld([visit]);
  registry = await createRegistry([]);
});
afterAll(() => world.close());

const kinds = async (definition: EntityDefinition): Promise<string[]> =>
  (await planSchema(world.sql, [definition])).flatMap(({ steps }) => steps.map(({ kind }) => kind));
const refusals = (definition: EntityDefinition, others: EntityDefinition[] = []): unknown => {
  try {
    checkDefinitions([...others, definition]);
    return 'fine';
  } catch (error) {
    // Only problems with a list of errors come from this check.
    return (error as { errors: { code: string }[] }).errors.map(({ code }) => code);
  }
};

test('a database that has what is defined gets an empty plan', async () => {
  expect(await kinds(visit)).toEqual([]);
});

test('a plan adds, renames with the values, indexes, keeps what is no longer defined, and is kept itself', async () => {
  const [id] = await world.create('visit', [{ name: 'First', rank: 3 }]);
  const changed = next(
    {
      name: text(),
      grade: integer({ was: 'rank' }),
      kind: select({ options: ['a'] }),
      parent: relation('visit'),
    },
    { indexes: [['kind', 'grade']] },
  );
  expect(await kinds(changed)).toEqual([
    'rename-column',
    'add-column',
    'add-column',
    'add-reference',
    'create-index',
    'create-index',
  ]);
  await bringUp(world.sql, [changed]);
  expect(await kinds(changed)).toEqual([]);
  world.catalogue.replace([changed]);
  expect(await world.records.read({ actor, entity: 'visit', id: id! })).toMatchObject({
    name: 'First',
    grade: 3,
    kind: null,
  });
  const without = next({ name: text() });
  expect(await kinds(without)).toEqual(['keep-column', 'keep-column', 'keep-column']);
  const plans =
    await world.sql`select state, done, steps from core.schema_plan where entity = 'visit' order by created_at`;
  expect(plans.map(({ state }) => state)).toEqual(['done', 'done']);
  expect(JSON.stringify(plans[1]!['steps'])).toContain('rename column');
});

test('what would lose data is refused, and what cannot be built is undone', async () => {
  const wide = next({ name: integer() });
  await expect(bringUp(world.sql, [wide])).rejects.toMatchObject({
    status: 409,
    code: 'plan-values-unfit',
  });
  await world.create('visit', [{ name: 'Same' }, { name: 'Same' }]);
  await expect(bringUp(world.sql, [next({ name: text({ unique: true }) })])).rejects.toMatchObject({
    status: 409,
    code: 'plan-duplicates',
  });
});

test('definitions that cannot work are refused with all reasons', () => {
  // The cast: a type that only a later version knows.
  const rich = { type: 'hologram' as 'text' };
  expect(refusals(next({ name: text(), body: rich }))).toEqual(['field-type-missing']);
  expect(refusals(next({ name: text(), 'x"; drop': text() }))).toEqual(['field-id-invalid']);
  expect(refusals(next({ name: text(), version: integer() }))).toEqual(['field-id-taken']);
  expect(refusals(next({ name: text(), ownerId: text(), a: relation('nowhere') }))).toEqual([
    'field-column-taken',
    'relation-target-unknown',
  ]);
  expect(refusals(next({ name: text(), kind: { type: 'select' }, j: json({ unique: true }) }))).toEqual([
    'options-missing',
    'field-not-unique-able',
  ]);
  const broken = (expression: string) =>
    refusals(next({ name: text(), up: relation('visit'), f: formula(expression, integer()) }));
  expect([
    broken('rank +'),
    broken('rank + 1'),
    broken('up.name'),
    broken('$get("visit", name)'),
    broken('$days(createdAt, $now())'),
  ]).toEqual([
    ['expression.syntax.S0207'],
    ['formula-operand'],
    ['formula-operand'],
    ['formula-not-sync'],
    'fine',
  ]);
  expect(refusals(next({ name: text() }, { id: 'Bad Id', title: 'nothing', search: ['lost'] }))).toEqual([
    'entity-id-invalid',
    'title-unknown',
    'search-unknown',
  ]);
});

test('an admin makes an entity and fields at run time, and every process learns of it', async () => {
  const here = createDefinitions({ sql: world.sql, registry });
  const otherRegistry = await createRegistry([]);
  const there = createDefinitions({ sql: world.sql, registry: otherRegistry });
  await here.start();
  await there.start();
  const definition: EntityDefinition = {
    id: 'site-visit',
    plugin: 'admin',
    title: 'name',
    search: ['name'],
    owner: true,
    indexes: [],
    fields: { name: { type: 'text', required: true } },
    label: { one: { en: 'Site visit' }, many: { en: 'Site visits' } },
  };
  const plan = await here.plan({ kind: 'entity', definition });
  expect(plan.steps[0]!.kind).toBe('create-table');
  expect(registry.hasEntity('site-visit')).toBe(false);
  await here.apply({ kind: 'entity', definition }, 'system');
  await here.apply(
    { kind: 'fields', entity: 'site-visit', fields: { hours: { type: 'integer' } } },
    'system',
  );
  expect(Object.keys(registry.entity('site-visit').fields)).toEqual(['name', 'hours']);
  expect(otherRegistry.hasEntity('site-visit')).toBe(false);
  await there.refresh();
  expect(Object.keys(otherRegistry.entity('site-visit').fields)).toEqual(['name', 'hours']);
  await expect(here.apply({ kind: 'entity', definition }, 'system')).rejects.toMatchObject({
    code: 'entity-exists',
  });
  world.catalogue.replace([registry.entity('site-visit')]);
  const [id] = await world.create('site-visit', [{ name: 'Roof', hours: 2 }]);
  expect(await world.records.read({ actor, entity: 'site-visit', id: id! })).toMatchObject({
    name: 'Roof',
    hours: 2,
  });
});

test('fields on what a plugin declares need a name of their own', async () => {
  const entity = { ...visit, id: 'call', plugin: 'demo' };
  const base = { ...registry, entities: () => [entity], entity: () => entity, hasEntity: () => true };
  const definitions = createDefinitions({ sql: world.sql, registry: base });
  await expect(
    definitions.plan({ kind: 'fields', entity: 'call', fields: { mine: { type: 'text' } } }),
  ).rejects.toMatchObject({ errors: [{ code: 'field-id-admin' }] });
  const plan = await definitions.plan({
    kind: 'fields',
    entity: 'call',
    fields: { x_mine: { type: 'text' } },
  });
  expect(plan.steps[0]!.kind).toBe('create-table');
});

test('each entity has a view for outside tools, in step with its fields, without secrets and what is deleted', async () => {
  const columns = async (name: string): Promise<string[]> =>
    (
      await world.sql<{ name: string }[]>`
        select column_name as name from information_schema.columns
        where table_schema = 'reporting' and table_name = ${name} order by ordinal_position`
    ).map((row) => row.name);
  const lodge = next({ name: text(), key: secret(), roomCount: integer() }, { id: 'lodge', owner: true });
  await bringUp(world.sql, [visit, lodge]);
  expect(await columns('lodge')).toEqual(
    expect.arrayContaining(['id', 'owner_id', 'created_at', 'name', 'room_count']),
  );
  expect((await columns('lodge')).join()).not.toMatch(/key|search|deleted|version/);
  await world.sql`insert into data.lodge (id, version, name, room_count, created_at, created_by, updated_at, updated_by, deleted_at)
    select gen_random_uuid(), 1, 'L' || n, n, now(), 'system', now(), 'system', case when n = 2 then now() end
    from generate_series(1, 2) n`;
  expect(await world.sql`select name, room_count from reporting.lodge`).toEqual([
    { name: 'L1', room_count: 1 },
  ]);
  // A tool reads the views and nothing else.
  const read = (table: string) =>
    world.sql.begin(async (tx) => {
      await tx`set local role relata_reporting`;
      return tx`select count(*)::int as count from ${tx(table)}`;
    });
  expect(await read('reporting.lodge')).toEqual([{ count: 1 }]);
  await expect(read('data.lodge')).rejects.toMatchObject({ code: '42501' });
  await expect(read('core.user')).rejects.toMatchObject({ code: '42501' });
  // A field that goes, and an entity that goes.
  await bringUp(world.sql, [visit, next({ name: text() }, { id: 'lodge' })]);
  expect(await columns('lodge')).not.toContain('room_count');
  await bringUp(world.sql, [visit]);
  expect(await columns('lodge')).toEqual([]);
});
