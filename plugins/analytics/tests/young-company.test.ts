import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { systemActor } from '../../../core/access/index.ts';
import { noPlugin } from '../../../tests/support/no-plugin.ts';
import { recordWorld, type RecordWorld } from '../../../tests/support/record-world.ts';
import { customers } from '../../customers/plugin.ts';
import { sales } from '../../sales/plugin.ts';
import { analytics } from '../plugin.ts';
import { analyseCustomers } from '../tasks/analyse-customers.ts';

const start = Date.UTC(2026, 10, 21, 3);
const dayMs = 86_400_000;

let world: RecordWorld;
afterEach(() => world.close());

/** Accounts that bought every ten days since `daysAgo`, every other of which stopped when `stopped` days were left. */
async function company(given: { accounts: number; daysAgo: number; stopped: number }): Promise<void> {
  const plugins = [customers, sales, analytics];
  world = await recordWorld(
    plugins.flatMap((plugin) => plugin.entities),
    plugins.flatMap((plugin) => plugin.roles),
  );
  const accounts = await world.create(
    'account',
    Array.from({ length: given.accounts }, (_, n) => ({ name: `Account ${n}` })),
  );
  const days = Array.from({ length: given.daysAgo / 10 }, (_, n) => given.daysAgo - n * 10);
  await world.create(
    'opportunity',
    accounts.flatMap((account, n) =>
      days
        .filter((day) => n % 2 === 0 || day > given.stopped)
        .map((day) => ({
          ...{ name: 'Order', account, stage: 'won', amount: { amount: '100', currency: 'EUR' } },
          closeDate: new Date(start - (day - (n % 3)) * dayMs).toISOString().slice(0, 10),
        })),
    ),
  );
}

async function analysesOn(now: number) {
  const call = {
    ...{ input: { horizon: 180 }, instance: randomUUID(), flow: 'f', element: 'analyse', subject: null },
    ...{ idempotencyKey: randomUUID(), now },
  };
  const signal = new AbortController().signal;
  const records = world.records.service(systemActor);
  await analyseCustomers.run([call], { records, signal, log: () => {}, plugin: noPlugin });
  return records.find('customer-analysis', {}, { sort: ['name'], limit: 100 });
}

test('a company that sells for four months only has risks too, and still has them some nights later', async () => {
  await company({ accounts: 30, daysAgo: 120, stopped: 60 });
  for (const later of [0, 4]) {
    const analyses = await analysesOn(start + later * dayMs);
    expect(analyses).toHaveLength(30);
    for (const analysis of analyses)
      expect(analysis).toMatchObject({ churnHorizon: 45, segment: expect.any(String) });
    const [stays, left] = [analyses.find(({ name }) => name === 'Account 0'), analyses[1]];
    expect(left!['name']).toBe('Account 1');
    expect(Number(left!['churnRisk'])).toBeGreaterThan(Number(stays!['churnRisk']));
  }
});

test('where too few customers have bought to learn from, scores are there and risks are not', async () => {
  await company({ accounts: 6, daysAgo: 120, stopped: 60 });
  for (const analysis of await analysesOn(start))
    expect(analysis).toMatchObject({
      segment: expect.any(String),
      recencyScore: expect.any(Number),
      churnRisk: null,
      churnHorizon: null,
      aliveProbability: null,
    });
});
