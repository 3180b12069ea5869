/** Which uses of a relation really break when it becomes a list of records. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appWorld, type AppWorld } from '../../../tests/support/app-world.ts';

let world: AppWorld;
beforeAll(async () => {
  world = await appWorld();
  await world.person('Chief', ['administrator']);
});
afterAll(() => world.close());

test('reports group by the records of a list and by what is behind them, and related lists go on', async () => {
  for (const [name, field] of [
    ['By account', 'account'],
    ['By sector', 'account.sector'],
  ]) {
    const definition = {
      entity: 'opportunity',
      groups: [{ field }],
      measures: [{ id: 'count', function: 'count' }],
      chart: 'table',
    };
    const made = await world.call('Chief', 'POST', '/api/reports', { name, definition });
    expect([made.status, made.body]).toEqual([201, expect.anything()]);
  }
  const { body } = await world.call('Chief', 'POST', '/api/entities/opportunity/plan', {
    operations: [{ op: 'changeField', id: 'account', set: { type: 'relationMany' } }],
  });
  const all = body['uses'] as { kind: string; id: string; name: unknown; isBroken: boolean }[];
  const reports = all.filter(({ kind, name }) => kind === 'report' && String(name).startsWith('By '));
  expect(reports.map(({ name, isBroken }) => [name, isBroken]).toSorted()).toEqual([
    ['By account', false],
    ['By sector', false],
  ]);
  const screens = all.filter(({ kind }) => kind === 'screen');
  // Its related list of opportunities goes on.
  expect(screens.filter(({ id }) => id === 'customers.account').map(({ isBroken }) => isBroken)).toEqual([
    false,
  ]);
});

test('an entity that others lead to is not removed, and the refusal names each field and where it is', async () => {
  const label = { en: 'Trip' };
  const trip = { id: 'trip', title: 'name', label: { one: label, many: label } };
  const fields = { name: { type: 'text' } };
  expect((await world.call('Chief', 'POST', '/api/entities', { ...trip, fields })).status).toBe(201);
  const field = { type: 'relation', entity: 'trip', label: { en: 'Last trip' } };
  const change = (operation: unknown) =>
    world.call('Chief', 'POST', '/api/entities/account/changes', { operations: [operation] });
  expect((await change({ op: 'addField', id: 'x_trip', field })).status).toBe(200);
  const remove = () => world.call('Chief', 'POST', '/api/entities/trip/plan', { remove: true });
  expect((await remove()).body['errors']).toMatchObject([
    { message: '“Last trip” of “Account” needs “Trip”. Remove that field first.' },
  ]);
  expect((await change({ op: 'removeField', id: 'x_trip' })).status).toBe(200);
  expect((await remove()).status).toBe(200);
});
