/** What "why" says must be what SQL does: for random roles, shares and records, field by field. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordWorld, type RecordWorld } from '../../../tests/support/record-world.ts';
import { systemActor, type Actor, type EntityGrant, type Role } from '../../access/index.ts';
import { newId } from '../../db/new-id.ts';
import { defineEntity, integer, phone, relation, text } from '../../entity/index.ts';
import type { Registry } from '../../registry.ts';
import { explainAccess, type WhyParts } from './explain-access.ts';

const firm = defineEntity({
  id: 'firm',
  title: 'name',
  owner: true,
  fields: { name: text(), size: integer() },
});
const person = defineEntity({
  id: 'person',
  title: 'name',
  owner: true,
  fields: { name: text(), phone: phone(), region: text(), age: integer(), firm: relation('firm') },
});

const roles: Role[] = [];
let world: RecordWorld;
let parts: WhyParts;
let people: Actor[];
let ids: string[];

beforeAll(async () => {
  world = await recordWorld([firm, person], roles);
  people = [];
  for (const name of ['A', 'B', 'C']) people.push(await world.person(name, ['one', 'two']));
  const firms = await world.create('firm', [
    { name: 'North', size: 3, owner: people[0]!.id },
    { name: 'South', owner: people[1]!.id },
  ]);
  ids = await world.create(
    'person',
    Array.from({ length: 12 }, (_, index) => ({
      name: `P${index}`,
      phone: index % 4 === 0 ? null : `+86138123456${10 + index}`,
      region: ['north', 'south', null][index % 3],
      age: index % 5 === 0 ? null : index,
      firm: [...firms, null][index % 3],
      owner: [people[0]!.id, people[1]!.id, null][index % 3],
    })),
  );
  for (const [index, holder] of [`user:${people[0]!.id}`, 'role:one', `user:${people[1]!.id}`].entries())
    await world.sql`insert into core.share (id, entity, record_id, holder, level, until, created_by) values
      (${newId()}, 'person', ${ids[index * 2 + 1]!}, ${holder}, ${index === 1 ? 'edit' : 'read'},
       ${index === 2 ? '2020-01-01T00:00:00Z' : null}, 'system')`;
  parts = {
    sql: world.sql,
    access: world.access,
    shapes: world.models.shapes,
    // The cast: why asks the registry for its roles only.
    registry: world.catalogue as unknown as Registry,
  };
});
afterAll(() => world.close());

const condition = fc.oneof(
  fc.constantFrom('north', 'south').map((region) => ({ region })),
  fc.integer({ min: 0, max: 9 }).map((age) => ({ age: { gte: age } })),
  fc.constantFrom('$actor.id', '$actor.team').map((who) => ({ owner: { in: [who] } })),
  fc.constantFrom('North', 'South').map((name) => ({ 'firm.name': { ne: name } })),
  fc.constant({ 'firm.owner': '$actor.id' }),
  fc.constant({ not: { 'firm.size': { isNull: false } } }),
);
const level = fc.constantFrom('hidden', 'read-only', 'masked');
const grant: fc.Arbitrary<EntityGrant> = fc.record(
  {
    entity: fc.constantFrom('person', '*'),
    actions: fc.uniqueArray(fc.constantFrom('read', 'update', 'delete'), { maxLength: 3 }),
    where: fc.oneof(condition, fc.record({ or: fc.array(condition, { maxLength: 3 }) })),
    fields: fc.dictionary(fc.constantFrom('phone', 'age', 'region'), level, { maxKeys: 2 }),
  },
  { requiredKeys: ['entity', 'actions'] },
);
// What holds for every entity has neither rule nor fields.
const plain = (one: EntityGrant): EntityGrant =>
  one.entity === '*' ? { entity: '*', actions: one.actions } : one;
const role = (id: string): fc.Arbitrary<Role> =>
  fc.array(grant, { maxLength: 3 }).map((grants) => ({ id, grants: grants.map(plain), permissions: [] }));

const cases = fc.tuple(role('one'), role('two'), fc.nat(2), fc.boolean());

test('given random roles and shares, then why and SQL agree on every record and field', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ([one, two, who, isShared]) => {
      roles.splice(0, roles.length, one, two);
      world.catalogue.version++;
      const sharedEntities = new Set(isShared ? ['person'] : []);
      const actor = { ...people[who]!, sharedEntities, teamUserIds: people.slice(0, 2).map(({ id }) => id) };
      const visible = await world.records.visible({ actor, entity: 'person', ids });
      const [seen, whole] = await Promise.all(
        [actor, systemActor].map((as) => world.records.readMany({ actor: as, entity: 'person', ids })),
      );
      for (const [index, id] of ids.entries()) {
        const why = await explainAccess(parts, { actor, entity: 'person', id, tells: () => true });
        expect(why.actions.read).toBe(visible.has(id));
        for (const { field, level: told } of visible.has(id) ? why.fields : []) {
          const value = whole![index]![field];
          const shown = seen![index]![field] ?? null;
          if (told === 'seen') expect(shown).toEqual(value);
          else if (told === 'hidden' || typeof value !== 'string') expect(shown).toBeNull();
          else expect(String(shown)).toContain('***');
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('given a record that is not there, then it says so', async () => {
  const asked = explainAccess(parts, { actor: people[0]!, entity: 'person', id: newId(), tells: () => true });
  await expect(asked).rejects.toMatchObject({ status: 404 });
});
