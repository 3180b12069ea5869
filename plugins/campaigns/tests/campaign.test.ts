import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordWorld, type RecordWorld } from '../../../tests/support/record-world.ts';
import { customers } from '../../customers/plugin.ts';
import { campaigns } from '../plugin.ts';

let world: RecordWorld;
beforeAll(async () => {
  world = await recordWorld(
    [...customers.entities, ...campaigns.entities],
    [...customers.roles, ...campaigns.roles],
  );
});
afterAll(() => world.close());

test('what a campaign brought is worked out where there is a cost, and is empty otherwise', async () => {
  const marketer = await world.person('Mara', ['campaigns.marketer']);
  const [spent = '', free = ''] = await world.create('campaign', [
    { name: 'Spring', cost: { amount: '200', currency: 'USD' }, revenue: { amount: '500', currency: 'USD' } },
    { name: 'Summer' },
  ]);
  const [one, other] = await world.records.readMany({
    actor: marketer,
    entity: 'campaign',
    ids: [spent, free],
  });
  expect(one).toMatchObject({ state: 'draft', returnOnCost: 150 });
  expect(other?.['returnOnCost'] ?? null).toBeNull();
});
