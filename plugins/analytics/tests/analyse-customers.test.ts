import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../../../core/access/index.ts';
import { noPlugin } from '../../../tests/support/no-plugin.ts';
import { recordWorld, type RecordWorld } from '../../../tests/support/record-world.ts';
import { customers } from '../../customers/plugin.ts';
import { sales } from '../../sales/plugin.ts';
import { analytics } from '../plugin.ts';
import { analyseCustomers } from '../tasks/analyse-customers.ts';

const now = Date.UTC(2026, 10, 21, 3);
const dayMs = 86_400_000;
const daysAgo = (days: number): string => new Date(now - days * dayMs).toISOString().slice(0, 10);

let world: RecordWorld;
beforeAll(async () => {
  const plugins = [customers, sales, analytics];
  world = await recordWorld(
    plugins.flatMap((plugin) => plugin.entities),
    plugins.flatMap((plugin) => plugin.roles),
  );
});
afterAll(() => world.close());

const run = async (): Promise<unknown> => {
  const [result] = await analyseCustomers.run(
    [
      {
        input: { horizon: 180 },
        instance: randomUUID(),
        flow: 'f',
        element: 'analyse',
        subject: null,
        idempotencyKey: randomUUID(),
        now,
      },
    ],
    {
      records: world.records.service(systemActor),
      signal: new AbortController().signal,
      log: () => {},
      plugin: noPlugin,
    },
  );
  return result;
};

const analysisOf = async (name: string) => {
  const page = await world.records.list({
    actor: systemActor,
    entity: 'customer-analysis',
    filter: { name },
  });
  return page.items[0];
};

test('every account that has bought gets an analysis; a second run changes nothing, a new purchase that one', async () => {
  // given sixty accounts that buy every month, half of which stopped a year ago, and one that has never bought
  const accounts = await world.create('account', [
    ...Array.from({ length: 60 }, (_, n) => ({ name: `Account ${String(n).padStart(2, '0')}` })),
    { name: 'Only looking' },
  ]);
  const isGone = (n: number): boolean => n % 2 === 1;
  await world.create(
    'opportunity',
    accounts.slice(0, 60).flatMap((account, n) =>
      Array.from({ length: 4 + (n % 5) }, (_, back) => ({
        name: 'Order',
        account,
        stage: 'won',
        amount: { amount: String(100 + n), currency: 'EUR' },
        closeDate: daysAgo((isGone(n) ? 365 : 5) + back * 30),
      })),
    ),
  );
  await world.create('opportunity', [
    { name: 'Talk', account: accounts[60]!, stage: 'engaging' },
    { name: 'No', account: accounts[60]!, stage: 'lost', closeDate: daysAgo(3) },
  ]);
  // when
  expect(await run()).toEqual({ ok: true, value: { customers: 60, created: 60, changed: 0, refused: 0 } });
  // then
  const [stays, gone] = [await analysisOf('Account 44'), await analysisOf('Account 59')];
  expect(stays).toMatchObject({
    purchases: 8,
    revenue: { amount: '1152.00', currency: 'EUR' },
    lastPurchase: daysAgo(5),
    recencyScore: 4,
    segment: 'champion',
  });
  expect(Number(stays!['aliveProbability'])).toBeGreaterThan(0.8);
  expect(Number(gone!['aliveProbability'])).toBeLessThan(0.2);
  expect(Number(gone!['churnRisk'])).toBeGreaterThan(Number(stays!['churnRisk']));
  expect(gone!['churnReasons']).toContain('long-silence');
  expect(await analysisOf('Only looking')).toBeUndefined();
  // when it runs again, and once more after a purchase
  expect(await run()).toMatchObject({ value: { created: 0, changed: 0 } });
  await world.create('opportunity', [
    {
      name: 'Back',
      account: accounts[59]!,
      stage: 'won',
      amount: { amount: '500', currency: 'EUR' },
      closeDate: daysAgo(0),
    },
  ]);
  await run();
  // then
  expect(await analysisOf('Account 59')).toMatchObject({ lastPurchase: daysAgo(0) });
  // when a customer is only renamed
  await world.records
    .service(systemActor)
    .update('account', [{ id: accounts[44]!, values: { name: 'Account 44 Ltd' } }]);
  // then that analysis alone follows
  expect(await run()).toMatchObject({ value: { created: 0, changed: 1, refused: 0 } });
  expect(await analysisOf('Account 44 Ltd')).toMatchObject({ purchases: 8 });
});
