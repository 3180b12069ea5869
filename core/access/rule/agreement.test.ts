/** The same rule over the same record must say the same in SQL and in memory, or one of the two leaks. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordWorld, type RecordWorld } from '../../../tests/support/record-world.ts';
import { createBindings, run } from '../../db/bindings.ts';
import {
  boolean,
  date,
  dateTime,
  decimal,
  defineEntity,
  integer,
  money,
  relation,
  relationMany,
  select,
  tags,
  text,
  user,
} from '../../entity/index.ts';
import { systemActor, type Actor } from '../actor.ts';
import { evaluate } from './evaluate.ts';
import { parseRule } from './parse.ts';
import { ruleToSql } from './to-sql.ts';

const place = defineEntity({
  id: 'place',
  title: 'name',
  owner: true,
  fields: { name: text(), level: integer(), within: relation('place') },
});
const thing = defineEntity({
  id: 'thing',
  title: 'name',
  owner: true,
  fields: {
    name: text(),
    count: integer(),
    share: decimal(),
    price: money(),
    isOpen: boolean(),
    day: date(),
    moment: dateTime(),
    kind: select({ options: ['a', 'b', 'c'] }),
    words: tags(),
    helper: user(),
    place: relation('place'),
    spots: relationMany('place'),
  },
});

const word = fc.string({
  unit: fc.constantFrom('a', 'A', 'b', 'é', 'É', 'ß', '中', '😀', '%', '_'),
  minLength: 1,
  maxLength: 3,
});
const whole = fc.integer({ min: -3, max: 3 });
const fraction = fc.integer({ min: -20, max: 20 }).map((n) => n / 10);
const day = fc.integer({ min: 1, max: 9 }).map((n) => `2026-02-0${n}`);
const moment = day.map((d) => `${d}T10:00:00.000Z`);
const kind = fc.constantFrom('a', 'b', 'c');
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 3, nil: null });

let world: RecordWorld;
let actor: Actor;
let people: string[];
let places: Record<string, unknown>[];
let things: Record<string, unknown>[];

const thingValues = () =>
  fc.record({
    name: orNull(word),
    count: orNull(whole),
    share: orNull(fraction),
    price: orNull(fraction),
    isOpen: orNull(fc.boolean()),
    day: orNull(day),
    moment: orNull(moment),
    kind: orNull(kind),
    words: orNull(fc.array(kind, { maxLength: 3 })),
    helper: orNull(fc.constantFrom(...people)),
    owner: orNull(fc.constantFrom(...people)),
    place: orNull(fc.constantFrom(...places.map(({ id }) => String(id)))),
    spots: orNull(fc.array(fc.constantFrom(...places.map(({ id }) => String(id))), { maxLength: 3 })),
  });

beforeAll(async () => {
  world = await recordWorld([place, thing]);
  const others = [await world.person('A', []), await world.person('B', []), await world.person('C', [])];
  people = others.map(({ id }) => id);
  actor = { ...others[0]!, teamUserIds: people.slice(0, 2) };
  const ids = await world.create('place', [
    { name: 'aB', level: 1, owner: people[0] },
    { name: 'é', owner: people[2] },
    { level: -1 },
  ]);
  const [inner] = await world.create('place', [{ name: '中', within: ids[0] }]);
  places = await readAll('place', [...ids, inner!]);
  const values = fc.sample(thingValues(), { numRuns: 60, seed: 7 });
  things = await readAll('thing', await world.create('thing', values));
});
afterAll(() => world.close());

/** Records with related ones nested, as deep as the rules go. */
async function readAll(entity: string, ids: readonly string[]): Promise<Record<string, unknown>[]> {
  const records = await world.records.readMany({ actor: systemActor, entity, ids });
  const known = (): readonly Record<string, unknown>[] =>
    entity === 'place' ? (records as Record<string, unknown>[]) : places;
  const idOf = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  for (const record of records as Record<string, unknown>[])
    for (const field of ['place', 'within'])
      record[field] = known().find(({ id }) => id === idOf(record[field])) ?? null;
  for (const record of records as Record<string, unknown>[]) {
    const spots = record['spots'] as { id: string }[] | null | undefined;
    record['spots'] = spots?.map((spot) => known().find(({ id }) => id === spot.id)) ?? null;
  }
  return records as Record<string, unknown>[];
}

const ordered = (value: fc.Arbitrary<unknown>) =>
  fc.oneof(
    value,
    orNull(value),
    fc.record({ ne: orNull(value) }),
    fc.record({ in: fc.array(orNull(value), { maxLength: 3 }) }),
    fc.record({ nin: fc.array(value, { maxLength: 3 }) }),
    fc.record({ gte: value, lt: value }),
    fc.record({ lte: value }),
    fc.record({ gt: value }),
    fc.record({ between: fc.tuple(value, value) }),
    fc.record({ isNull: fc.boolean() }),
  );
const written = fc.oneof(ordered(word), fc.record({ contains: word }), fc.record({ startsWith: word }));
const ids = () => {
  const id = fc.constantFrom(...people, '$actor.id', '$actor.team');
  return fc.oneof(
    id,
    fc.record({ ne: id }),
    fc.record({ in: fc.array(id, { maxLength: 2 }) }),
    fc.record({ isNull: fc.boolean() }),
  );
};
const spot = () => fc.constantFrom(...places.map(({ id }) => String(id)));
const oneTest = (): fc.Arbitrary<Record<string, unknown>> =>
  fc.oneof(
    ...Object.entries({
      name: written,
      'place.name': written,
      'place.within.name': written,
      count: ordered(whole),
      'place.level': ordered(whole),
      share: ordered(fraction),
      price: ordered(fraction),
      isOpen: orNull(fc.boolean()),
      day: fc.oneof(
        ordered(day),
        fc.record({
          yearlyIn: fc.array(fc.constantFrom('02-01', '02-02', '02-29', '12-31'), { maxLength: 3 }),
        }),
      ),
      moment: ordered(moment),
      kind: ordered(kind),
      words: fc.oneof(
        fc.record({ contains: kind }),
        fc.record({ in: fc.array(kind) }),
        fc.record({ nin: fc.array(kind) }),
      ),
      spots: fc.oneof(
        fc.record({ contains: spot() }),
        fc.record({ in: fc.array(spot(), { maxLength: 2 }) }),
        fc.record({ all: fc.array(spot(), { maxLength: 2 }) }),
        fc.record({ nin: fc.array(spot(), { maxLength: 2 }) }),
        fc.record({ isNull: fc.boolean() }),
      ),
      'spots.name': written,
      'spots.within.name': written,
      'spots.level': ordered(whole),
      helper: ids(),
      owner: ids(),
      'place.owner': ids(),
    }).map(([field, value]) => value.map((one) => ({ [field]: one }))),
  );
/** Of one place that a thing leads to. */
const ofPlace = () =>
  fc.record(
    { name: written, level: ordered(whole), owner: ids(), 'within.name': written },
    { requiredKeys: [] },
  );
const rules = (): fc.Arbitrary<Record<string, unknown>> =>
  fc.letrec<{ rule: Record<string, unknown> }>((tie) => ({
    rule: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      oneTest(),
      fc.record({ spots: fc.record({ some: fc.oneof(ofPlace(), fc.record({ not: ofPlace() })) }) }),
      fc.record({ place: fc.record({ some: fc.record({ within: fc.record({ some: ofPlace() }) }) }) }),
      fc.record({ not: tie('rule') }),
      fc.record({ and: fc.array(tie('rule'), { maxLength: 3 }) }),
      fc.record({ or: fc.array(tie('rule'), { maxLength: 3 }) }),
    ),
  })).rule;

/** 60 records are asked with each rule. */
const pairs = 100_000;

test(`SQL and memory agree on ${pairs} pairs of rule and record`, async () => {
  const shapes = world.models.shapes;
  await fc.assert(
    fc.asyncProperty(rules(), async (filter) => {
      const rule = parseRule({ filter, entity: 'thing', shapes });
      const bindings = createBindings();
      const condition = ruleToSql(rule, { alias: 't', bindings, actor, shapes });
      const rows = await run<{ id: string }>(
        world.sql,
        `select t.id from data.thing t where ${condition}`,
        bindings.values,
      );
      const expected = things.filter((thing) => evaluate(rule, thing, actor)).map(({ id }) => id);
      expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(expected));
    }),
    { numRuns: Math.ceil(pairs / 60) },
  );
}, 600_000);
