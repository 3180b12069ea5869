import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../access/index.ts';
import { defineEntity, formula, integer, text } from '../../entity/index.ts';
import { recordWorld, type RecordWorld } from '../../../tests/support/record-world.ts';
import { listViews } from './list-views.ts';
import { viewPart } from './view-part.ts';
import { viewUses } from './view-uses.ts';
import { changeView, createView, deleteView, setDefaultView, type ViewInput } from './save-view.ts';

const deal = defineEntity({
  id: 'deal',
  title: 'name',
  fields: { name: text(), city: text(), age: formula('$round($months(createdAt, $now()))', integer()) },
});
const open: ViewInput = {
  entity: 'deal',
  kind: 'list',
  name: 'Open deals',
  sharing: 'private',
  roles: [],
  definition: { conditions: [{ field: 'city', operator: 'is', value: 'Trento' }], sort: ['-name'] },
};
let world: RecordWorld;
let parts: Parameters<typeof createView>[0];
let ann: Actor;
let bob: Actor;
let clerk: Actor;

beforeAll(async () => {
  world = await recordWorld([deal]);
  parts = { sql: world.sql, registry: { entity: () => deal }, clock: { now: Date.now } };
  ann = { ...(await world.person('Ann', ['seller'])), permissions: new Set(['views.share']) };
  bob = await world.person('Bob', ['seller']);
  clerk = await world.person('Cleo', ['clerk']);
});
afterAll(() => world?.close());

const seenBy = async (actor: Actor): Promise<string[]> =>
  (await listViews(world.sql, actor, { entity: 'deal' })).map(({ name }) => name);

test('a view is its owner’s until it is shared with a role', async () => {
  const view = await createView(parts, open, ann);
  expect([await seenBy(ann), await seenBy(bob)]).toEqual([['Open deals'], []]);
  await changeView(parts, { id: view.id, change: { sharing: 'roles', roles: ['seller'], version: 1 } }, ann);
  expect([await seenBy(bob), await seenBy(clerk)]).toEqual([['Open deals'], []]);
});

test('others use a shared view, begin with it, and leave it as it is', async () => {
  const [view] = await listViews(world.sql, bob, {});
  expect(view).toMatchObject({ canChange: false, isDefault: false, owner: { title: 'Ann' } });
  await setDefaultView(world.sql, bob, { entity: 'deal', kind: 'list', view: view!.id });
  expect((await listViews(world.sql, bob, {}))[0]?.isDefault).toBe(true);
  expect((await listViews(world.sql, ann, {}))[0]?.isDefault).toBe(false);
  const change = changeView(parts, { id: view!.id, change: { name: 'Mine', version: 2 } }, bob);
  await expect(change).rejects.toMatchObject({ status: 403, code: 'view-not-yours' });
  await expect(deleteView(parts, bob, view!.id)).rejects.toMatchObject({ status: 403 });
  await setDefaultView(world.sql, bob, { entity: 'deal', kind: 'list', view: null });
  expect((await listViews(world.sql, bob, {}))[0]?.isDefault).toBe(false);
});

test('refused: sharing without permission, a field that is gone, a change of what another changed', async () => {
  await expect(createView(parts, { ...open, sharing: 'everybody' }, bob)).rejects.toMatchObject({
    status: 403,
  });
  const wrong = createView(parts, { ...open, definition: { columns: ['colour'] } }, ann);
  await expect(wrong).rejects.toMatchObject({
    errors: [{ code: 'view-field-gone', pointer: '/definition/columns' }],
  });
  const compared = { conditions: [{ field: 'city', operator: 'over' as const, value: 5 }] };
  await expect(createView(parts, { ...open, definition: compared }, ann)).rejects.toMatchObject({
    errors: [{ code: 'view-operator-not-fit', params: { field: 'city', operator: 'over' } }],
  });
  const ordered = createView(parts, { ...open, definition: { sort: ['age'] } }, ann);
  await expect(ordered).rejects.toMatchObject({ errors: [{ code: 'view-field-not-askable' }] });
  const [view] = await listViews(world.sql, ann, {});
  const late = changeView(parts, { id: view!.id, change: { name: 'Late', version: 1 } }, ann);
  await expect(late).rejects.toMatchObject({ status: 409, code: 'view-changed' });
});

test('the audit tells of views that others see, and of those of one person nothing', async () => {
  // given what was written until now
  const told = async () =>
    (
      await world.sql<{ by: string; before: string | null; after: string | null }[]>`
        select actor as by, changes -> 'definition' -> 'before' ->> 'name' as before,
          changes -> 'definition' -> 'after' ->> 'name' as after
        from core.event where type = 'definition.changed' and changes -> 'kind' ->> 'after' = 'view' order by id`
    ).map(({ by, before, after }) => [by, before, after]);
  const earlier = (await told()).length;
  // when a view of one's own is made, shared, renamed, and taken back
  const { id } = await createView(parts, { ...open, name: 'Quiet' }, ann);
  await changeView(parts, { id, change: { sharing: 'everybody', version: 1 } }, ann);
  await changeView(parts, { id, change: { name: 'Loud', version: 2 } }, ann);
  await deleteView(parts, ann, id);
  // then the audit has what others saw of it
  expect((await told()).slice(earlier)).toEqual([
    [ann.userId, null, 'Quiet'],
    [ann.userId, 'Quiet', 'Loud'],
    [ann.userId, 'Loud', null],
  ]);
});

test('a shared view goes into packs and comes back whole; fields are found used in it', async () => {
  const { sql } = world;
  const registry = { entity: () => deal, hasEntity: () => true };
  const part = viewPart({ sql, registry });
  await createView(parts, { ...open, name: 'Mine alone' }, bob);
  await createView(parts, { ...open, name: 'Of all', sharing: 'everybody' }, ann);
  const items = await part.items();
  expect(items.map(({ title }) => title)).not.toContain('Mine alone');
  const { id, content } = items.find(({ title }) => title === 'Of all')!;
  expect(part.refers!(content)).toEqual([{ kind: 'entity', id: 'deal' }]);
  const context = { actor: bob, requestId: 'test', at: Date.now() };
  await part.apply([{ id, content: null }], context);
  expect(await part.has(id)).toBe(false);
  await part.apply([{ id, content }], context);
  expect((await part.items()).find((item) => item.id === id)?.content).toEqual(content);
  const gone = { ...(content as ViewInput), definition: { sort: ['colour'] } };
  await expect(part.apply([{ id, content: gone }], context)).rejects.toMatchObject({ status: 422 });
  const uses = await viewUses({ sql, registry: { entities: () => [deal] } }).uses();
  expect(uses).toContainEqual(
    expect.objectContaining({ field: 'city', name: { en: 'Mine alone' }, place: 'Bob', isBroken: true }),
  );
});
