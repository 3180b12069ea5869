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
  expect(await run()).toEqual({
    ok: true,
    value: { customers: 60, created: 60, changed: 0, emptied: 0, refused: 0 },
  });
  // then
  const [stays, away] = [await analysisOf('Account 44'), await analysisOf('Account 59')];
  expect(stays).toMatchObject({
    purchases: 8,
    revenue: { amount: '1152.00', currency: 'EUR' },
    lastPurchase: daysAgo(5),
    recencyScore: 4,
    segment: 'champion',
  });
  expect(Number(stays!['aliveProbability'])).toBeGreaterThan(0.8);
  expect(Number(away!['aliveProbability'])).toBeLessThan(0.2);
  expect(Number(away!['churnRisk'])).toBeGreaterThan(Number(stays!['churnRisk']));
  expect(away!['churnReasons']).toContain('long-silence');
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
  // when the deals of one are opened again, and another is deleted
  const records = world.records.service(systemActor);
  const reopened = await records.find('opportunity', { account: accounts[44]! }, { limit: 50 });
  await records.update(
    'opportunity',
    reopened.map(({ id }) => ({ id, values: { stage: 'engaging' } })),
  );
  const orders = await records.find('opportunity', { account: accounts[42]! }, { limit: 50 });
  const gone = [...orders.map(({ id }) => ['opportunity', id]), ['account', accounts[42]!]];
  await world.records.write({
    actor: systemActor,
    changes: gone.map(([entity = '', id = '']) => ({ op: 'delete', entity, id })),
  });
  // then nothing is said of them any more, once
  expect(await run()).toMatchObject({ value: { emptied: 2, refused: 0 } });
  const empty = { purchases: 0, segment: null, churnRisk: null, lastPurchase: null, revenue: null };
  expect(await analysisOf('Account 44 Ltd')).toMatchObject(empty);
  expect(await analysisOf('Account 42')).toMatchObject(empty);
  expect(await run()).toMatchObject({ value: { emptied: 0, changed: 0 } });
});

test('every ready report about customers and deals answers, and the sums fit what was won', async () => {
  const { listReports, runReport } = await import('../../../core/report/index.ts');
  const registry = {
    plugins: [analytics],
    find: () => undefined,
    hasEntity: (id: string) => world.catalogue.hasEntity(id),
  };
  const reports = await listReports({ sql: world.sql, registry, access: world.access }, systemActor);
  expect(reports.map(({ id }) => id)).toContain('analytics.cohorts');
  const company = () => Promise.resolve({ timeZone: 'UTC', currency: 'EUR' });
  const parts = { records: world.records, models: world.models, clock: { now: () => now }, company };
  for (const { definition } of reports) await runReport(parts, { actor: systemActor, definition });
  const velocity = reports.find(({ id }) => id === 'analytics.sales-velocity')!;
  const { total } = await runReport(parts, { actor: systemActor, definition: velocity.definition });
  const { rows } = await world.records.aggregate({
    ...{ actor: systemActor, entity: 'opportunity', filter: { stage: 'won' } },
    measures: [{ function: 'count' }],
  });
  expect(total).toMatchObject({ won: rows[0]!.values['count'], rate: expect.any(Number) });
});
