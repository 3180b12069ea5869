import { afterAll, beforeAll, expect, test } from 'vitest';
import { definitionsOf } from '../../../tests/support/definitions-of.ts';
import { recordWorld, type RecordWorld } from '../../../tests/support/record-world.ts';
import { systemActor as actor } from '../../access/index.ts';
import { parseAccessRule } from '../../access/rule/parse-access-rule.ts';
import { parseCondition } from '../../segment/condition.ts';
import {
  defineEntity,
  formula,
  integer,
  multiSelect,
  relation,
  select,
  text,
  type DefinitionOperation,
  type Definitions,
  type EntityDefinition,
} from '../index.ts';

const visit: EntityDefinition = {
  ...defineEntity({
    id: 'visit',
    title: 'name',
    fields: {
      name: text({ required: true }),
      rank: integer(),
      kind: select({ options: ['home', 'work'] }),
      topics: multiSelect({ options: ['one', 'two'] }),
      twice: formula('rank * 2', integer()),
      parent: relation('visit'),
    },
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

const change = (...operations: DefinitionOperation[]) =>
  ({ kind: 'operations', entity: 'visit', operations }) as const;
const apply = (...operations: DefinitionOperation[]) => definitions.apply(change(...operations), 'system');
const plan = (...operations: DefinitionOperation[]) => definitions.plan(change(...operations));
const fields = (): string[] => Object.keys(world.models.get('visit').definition.fields);
const field = (id: string) => world.models.get('visit').definition.fields[id];
const read = (id: string) => world.records.read({ actor, entity: 'visit', id });
const create = async (values: Record<string, unknown>): Promise<string> =>
  (await world.create('visit', [values]))[0]!;
const undo = async (id: string) =>
  definitions.apply({ kind: 'undo', change: await definitions.change(id) }, 'system');
const write = async (id: string, values: Record<string, unknown>) =>
  (await world.records.write({ actor, changes: [{ op: 'update', entity: 'visit', id, values }] }))[0]!;

test('a field comes with its default, goes with its values kept, and comes back with them', async () => {
  const id = await create({ name: 'First' });
  const added: DefinitionOperation = {
    op: 'addField',
    id: 'x_state',
    field: { type: 'select', options: [{ value: 'new' }, { value: 'old' }], default: 'new' },
    before: 'rank',
  };
  const seen = await plan(added);
  expect(seen.steps.map(({ kind }) => kind)).toEqual(['add-column']);
  expect(seen.notes).toEqual([{ kind: 'default-fills', params: { field: 'x_state', count: 1 } }]);
  expect(fields()).not.toContain('x_state');
  await apply(added);
  expect(fields().slice(0, 3)).toEqual(['name', 'x_state', 'rank']);
  expect(await read(id)).toMatchObject({ x_state: 'new' });
  await write(id, { x_state: 'old' });
  const gone = await plan({ op: 'removeField', id: 'x_state' });
  expect(gone.notes).toEqual([{ kind: 'field-removed', params: { field: 'x_state', count: 1, days: 30 } }]);
  const removal = await apply({ op: 'removeField', id: 'x_state' });
  expect(fields()).not.toContain('x_state');
  expect(await read(id)).not.toHaveProperty('x_state');
  await expect(apply({ ...added, field: { type: 'integer' } })).rejects.toMatchObject({
    errors: [{ code: 'field-removed-kept' }],
  });
  await undo(removal.id);
  expect(fields().slice(0, 3)).toEqual(['name', 'x_state', 'rank']);
  expect(await read(id)).toMatchObject({ x_state: 'old' });
});

test('a plugin’s field is renamed, hidden and brought back to its original', async () => {
  await apply(
    { op: 'changeField', id: 'rank', set: { label: { en: 'Grade' }, isHidden: true, max: 9 } },
    { op: 'moveField', id: 'rank', before: 'name' },
    { op: 'setEntity', set: { label: { one: { en: 'Call' }, many: { en: 'Calls' } } } },
  );
  expect(field('rank')).toMatchObject({ label: { en: 'Grade' }, isHidden: true, max: 9 });
  expect(fields()[0]).toBe('rank');
  expect(definitions.origin('visit').base?.fields['rank']).toEqual(visit.fields['rank']);
  await apply({ op: 'resetField', id: 'rank' });
  expect(field('rank')).toEqual(visit.fields['rank']);
  const reset = await apply({ op: 'reset' });
  expect(fields()).toEqual(Object.keys(visit.fields));
  expect(Object.keys(definitions.origin('visit').removed)).toEqual(['x_state']);
  await undo(reset.id);
  expect(fields()[0]).toBe('rank');
  expect(world.models.get('visit').definition.label?.one.en).toBe('Call');
  await expect(undo(reset.id)).rejects.toMatchObject({ code: 'change-not-undoable' });
});

test('text becomes numbers where every text is one, while others write; what is none is named', async () => {
  await apply({ op: 'addField', id: 'x_size', field: { type: 'text' } });
  const [one, two] = [
    await create({ name: 'S1', x_size: '12' }),
    await create({ name: 'S2', x_size: 'big' }),
  ];
  const toInteger: DefinitionOperation = { op: 'changeField', id: 'x_size', set: { type: 'integer' } };
  const seen = await plan(toInteger);
  expect(seen.notes).toMatchObject([
    { kind: 'values-unfit', isRefused: true, params: { count: 1, samples: '“big”' } },
  ]);
  await expect(apply(toInteger)).rejects.toMatchObject({ code: 'plan-values-unfit' });
  // Nothing stayed behind: neither column nor trigger.
  expect(field('x_size')?.type).toBe('text');
  const [{ left }] = (await world.sql`
    select (select count(*) from pg_trigger where tgname like '%convert%')
      + (select count(*) from pg_attribute where attname like 'next_%' and not attisdropped) as left`) as unknown as [
    { left: number },
  ];
  expect(left).toBe(0);
  await write(two, { x_size: ' 7 ' });
  const done = await apply(toInteger);
  expect(await read(one)).toMatchObject({ x_size: 12 });
  expect(await read(two)).toMatchObject({ x_size: 7 });
  await write(one, { x_size: 13 });
  await undo(done.id);
  expect(await read(one)).toMatchObject({ x_size: '13' });
  await expect(
    apply({ op: 'changeField', id: 'parent', set: { type: 'text', entity: null } }),
  ).rejects.toMatchObject({ errors: [{ code: 'type-change-unsafe' }] });
});

test('an option that goes is replaced in the records that hold it', async () => {
  const id = await create({ name: 'Options', kind: 'home', topics: ['one', 'two'] });
  const without = { options: [{ value: 'work' }] };
  expect((await plan({ op: 'changeField', id: 'kind', set: without })).notes).toEqual([
    { kind: 'option-held', params: { field: 'kind', count: 1, value: 'home' } },
  ]);
  await apply(
    { op: 'replaceOption', field: 'kind', value: 'home', by: 'work' },
    { op: 'replaceOption', field: 'topics', value: 'one', by: null },
  );
  expect(await read(id)).toMatchObject({ kind: 'work', topics: ['two'] });
});

test('rules and unique rules hold from then on, with what is there already told', async () => {
  const id = await create({ name: 'Ruled', rank: -1, kind: 'work' });
  const rule: DefinitionOperation = {
    op: 'setRule',
    id: 'positive',
    rule: { expression: 'rank > 0', message: { en: 'Rank must be above zero.' } },
  };
  expect((await plan(rule)).notes).toEqual([{ kind: 'rule-unmet', params: { rule: 'positive', count: 1 } }]);
  await apply(rule, { op: 'setUnique', id: 'named', unique: { fields: ['name', 'kind'] } });
  const refusal = async (values: Record<string, unknown>): Promise<unknown> => {
    const [result] = await world.records.write({
      actor,
      changes: [{ op: 'create', entity: 'visit', values }],
    });
    return result!.ok ? 'fine' : result!.problem.errors?.map(({ pointer, code }) => [pointer, code]);
  };
  expect(await refusal({ name: 'A', rank: 0 })).toEqual([['/rank', 'rule-broken']]);
  expect(await refusal({ name: 'A' })).toBe('fine');
  expect(await refusal({ name: 'Ruled', kind: 'work' })).toEqual([['/name', 'not-unique-together']]);
  expect(await refusal({ name: 'Ruled' })).toBe('fine');
  // What the change is not about is not judged.
  expect((await write(id, { topics: ['two'] })).ok).toBe(true);
  expect((await write(id, { rank: -2 })).ok).toBe(false);
  const other = await create({ name: 'Other', kind: 'work' });
  expect((await write(other, { name: 'Ruled' })).ok).toBe(false);
  await expect(
    apply({ op: 'setRule', id: 'bad', rule: { expression: 'rank >', message: { en: 'x' } } }),
  ).rejects.toMatchObject({ errors: [{ code: 'expression.syntax.S0207' }] });
});

test('what uses a field that goes is named, and what could not be without it refuses', async () => {
  const { uses } = await plan(
    { op: 'changeField', id: 'rank', set: { isHidden: null } },
    { op: 'changeField', id: 'rank', set: { type: 'decimal' } },
  );
  expect(uses.map(({ kind, id, isBroken }) => [kind, id, isBroken])).toEqual([
    ['formula', 'visit.twice', true],
    ['rule', 'visit.positive', true],
  ]);
  await apply({ op: 'addField', id: 'x_base', field: { type: 'integer' } });
  await apply({
    op: 'addField',
    id: 'x_more',
    field: { type: 'formula', expression: 'x_base + 1', result: { type: 'integer' } },
  });
  await expect(apply({ op: 'removeField', id: 'x_base' })).rejects.toMatchObject({
    errors: [{ code: 'formula-operand' }],
  });
});

test('an auto-number counts what is there, then what comes; a default may be computed', async () => {
  await apply(
    { op: 'addField', id: 'x_no', field: { type: 'autoNumber', prefix: 'V-', digits: 4, start: 10 } },
    { op: 'addField', id: 'x_title', field: { type: 'text', defaultExpression: `name & '!'` } },
  );
  const { items } = await world.records.list({
    actor,
    entity: 'visit',
    sort: ['createdAt'],
    fields: ['x_no'],
  });
  expect(items[0]!['x_no']).toBe('V-0010');
  const id = await create({ name: 'Numbered' });
  expect(await read(id)).toMatchObject({
    x_no: `V-00${10 + items.length}`,
    x_title: 'Numbered!',
  });
});

test('an admin’s entity is removed with its records kept, and comes back', async () => {
  const definition: EntityDefinition = {
    id: 'trip',
    plugin: 'admin',
    title: 'name',
    search: ['name'],
    owner: false,
    indexes: [],
    fields: { name: { type: 'text' }, visit: { type: 'relation', entity: 'visit' } },
  };
  await definitions.apply({ kind: 'entity', definition }, 'system');
  const [id] = await world.create('trip', [{ name: 'Kept' }]);
  const removal = await definitions.apply({ kind: 'remove', entity: 'trip' }, 'system');
  expect(world.catalogue.entities().map((one) => one.id)).toEqual(['visit']);
  await expect(definitions.apply({ kind: 'entity', definition }, 'system')).rejects.toMatchObject({
    code: 'entity-removed-kept',
  });
  await undo(removal.id);
  expect(await world.records.read({ actor, entity: 'trip', id: id! })).toMatchObject({ name: 'Kept' });
  await expect(definitions.apply({ kind: 'remove', entity: 'visit' }, 'system')).rejects.toMatchObject({
    code: 'entity-declared',
  });
});

test('lists are filtered and sorted by a formula, with an index that the plan shows, and one of the time is refused', async () => {
  // given records and a formula over a number and a text
  for (const rank of [3, 11, 7]) await create({ name: `Ranked ${rank}`, rank });
  const score: DefinitionOperation = {
    op: 'addField',
    id: 'x_score',
    field: { type: 'formula', expression: 'rank / 2 + 0.1', result: { type: 'decimal' }, isIndexed: true },
  };
  // when it is added
  expect((await plan(score)).steps.map(({ kind }) => kind)).toEqual(['create-index']);
  await apply(score);
  const ask = (filter: Record<string, unknown>) =>
    world.records.list({ actor, entity: 'visit', filter, sort: ['-x_score'], fields: ['name', 'x_score'] });
  // then it is asked about like a column, and the index serves that
  const { items } = await ask({ x_score: { gte: 3.6 }, name: { startsWith: 'Ranked' } });
  expect(items.map(({ name, x_score: value }) => [name, value])).toEqual([
    ['Ranked 11', 5.6],
    ['Ranked 7', 3.6],
  ]);
  const indexes = async () =>
    (
      await world.sql<{ def: string }[]>`
      select indexdef as def from pg_indexes where schemaname = 'data' and indexname like 'visit_formula_%'`
    ).map(({ def }) => def);
  expect(await indexes()).toMatchObject([expect.stringContaining('rank')]);
  // and a formula that changes gets another index
  const changed: DefinitionOperation = { op: 'changeField', id: 'x_score', set: { expression: 'rank * 2' } };
  expect((await plan(changed)).steps.map(({ kind }) => kind)).toEqual(['create-index', 'drop-index']);
  await apply(changed);
  expect(await indexes()).toHaveLength(1);
  expect((await ask({ x_score: { eq: 22 } })).items).toMatchObject([{ name: 'Ranked 11' }]);
  // while one that changes by itself has none, and is worked out when it is asked about
  const aged: DefinitionOperation = {
    ...score,
    id: 'x_age',
    field: { ...score.field, expression: '$days(createdAt, $now())' },
  };
  await expect(plan(aged)).rejects.toMatchObject({ errors: [{ code: 'formula-index-time' }] });
  await apply({ ...aged, field: { ...aged.field, isIndexed: false } });
  const old = { x_age: { gte: 1 }, x_score: { eq: 22 } };
  await world.sql`insert into core.setting (key, value) values ('clock.offset', '90000000')`;
  expect((await ask(old)).items).toMatchObject([{ name: 'Ranked 11' }]);
  await world.sql`delete from core.setting where key = 'clock.offset'`;
  expect((await ask(old)).items).toEqual([]);
  // so a segment that asks about it looks again by the hour
  const segment = { condition: { where: { x_age: { gt: 1 } } }, entity: 'visit', now: 0 };
  expect(parseCondition({ ...segment, shapes: world.models.shapes }).readsTime).toBe(true);
  // and a role's rule cannot ask about it
  const { shapes } = world.models;
  expect(() => parseAccessRule({ filter: { x_score: { gt: 1 } }, entity: 'visit', shapes })).toThrow(
    expect.objectContaining({ code: 'validation' }),
  );
});
