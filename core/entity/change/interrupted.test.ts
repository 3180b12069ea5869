/** A change that is interrupted, and tables that are in use while they change: nothing is ever half done. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { definitionsOf } from '../../../tests/support/definitions-of.ts';
import { recordWorld, type RecordWorld } from '../../../tests/support/record-world.ts';
import { systemActor as actor } from '../../access/index.ts';
import { newId } from '../../db/new-id.ts';
import { defineEntity, integer, text, type Definitions, type EntityDefinition } from '../index.ts';
import { insertChange, readChange } from './change-row.ts';
import { prepareChange, type DefinitionChange } from './prepare-change.ts';

const stock: EntityDefinition = {
  ...defineEntity({ id: 'stock', title: 'name', fields: { name: text(), code: text(), rank: integer() } }),
  plugin: 'demo',
};
const rows = 20_000;

let world: RecordWorld;
let definitions: Definitions;

beforeAll(async () => {
  world = await recordWorld([stock]);
  definitions = definitionsOf(world, [stock]);
  await definitions.start();
  await world.sql`insert into data.stock (id, version, created_at, created_by, updated_at, updated_by, name, code)
    select gen_random_uuid(), 1, now(), 'system', now(), 'system', 'Item ' || n, n::text from generate_series(1, ${rows}) n`;
});
afterAll(() => world.close());

const toInteger: DefinitionChange = {
  kind: 'operations',
  entity: 'stock',
  operations: [
    { op: 'changeField', id: 'code', set: { type: 'integer' } },
    { op: 'addField', id: 'x_no', field: { type: 'autoNumber' } },
  ],
};

/** The row that a process leaves behind which died right after it had begun. */
async function orphan(change: DefinitionChange): Promise<string> {
  const stored = { definitions: [], removedEntities: new Map(), removedFields: new Map() };
  const { entity, operations, inverse, target, undoes } = prepareChange(
    { declared: new Map([['stock', stock]]), entities: world.catalogue.entities(), stored },
    change,
  );
  const id = newId();
  await insertChange(world.sql, { id, entity, operations, inverse, target, undoes, createdBy: 'system' });
  return id;
}

test('what a killed process left half done is finished by the next, with every value', async () => {
  const id = await orphan(toInteger);
  // As far as it had come: the second column with its trigger, some rows in it, the counter.
  const half = await definitions.plan({
    kind: 'operations',
    entity: 'stock',
    operations: toInteger.operations,
  });
  expect(half.steps.map(({ kind }) => kind)).toContain('convert-column');
  await world.sql`alter table data.stock add column x_no text`;
  await world.sql`update data.stock set x_no = 'old' where false`;
  expect(world.models.get('stock').definition.fields['code']?.type).toBe('text');
  await definitions.refresh();
  expect(await readChange(world.sql, id)).toMatchObject({ state: 'done' });
  expect(world.models.get('stock').definition.fields['code']?.type).toBe('integer');
  const [found] = await world.sql<{ codes: number; numbers: number }[]>`
    select count(code)::int as codes, count(distinct x_no)::int as numbers from data.stock`;
  expect(found).toEqual({ codes: rows, numbers: rows });
});

test('somebody who writes all the while is never kept waiting, and loses nothing', async () => {
  const [id] = await world.create('stock', [{ name: 'Busy', code: 1 }]);
  let longest = 0;
  let written = 0;
  const change = { isDone: false };
  const writer = (async () => {
    for (; !change.isDone; written++) {
      const began = Date.now();
      const [result] = await world.records.write({
        actor,
        changes: [{ op: 'update', entity: 'stock', id: id!, values: { rank: written } }],
      });
      expect(result!.ok).toBe(true);
      longest = Math.max(longest, Date.now() - began);
    }
  })();
  await definitions.apply(
    {
      kind: 'operations',
      entity: 'stock',
      operations: [
        { op: 'changeField', id: 'code', set: { type: 'text' } },
        {
          op: 'addField',
          id: 'x_state',
          field: { type: 'select', options: [{ value: 'new' }], default: 'new' },
        },
        { op: 'setUnique', id: 'once', unique: { fields: ['name', 'code'] } },
      ],
    },
    'system',
  );
  change.isDone = true;
  await writer;
  expect(written).toBeGreaterThan(3);
  // Far below what a rewrite of the table would have taken from them.
  expect(longest).toBeLessThan(2_500);
  expect(await world.records.read({ actor, entity: 'stock', id: id! })).toMatchObject({
    rank: written - 1,
    code: '1',
    x_state: 'new',
  });
});
