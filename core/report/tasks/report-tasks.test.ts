import { afterAll, beforeAll, expect, test } from 'vitest';
import { noPlugin } from '../../../tests/support/no-plugin.ts';
import { account, contact, seller } from '../../../tests/support/record-entities.ts';
import { recordWorld, type RecordWorld } from '../../../tests/support/record-world.ts';
import { systemActor, type Actor } from '../../access/index.ts';
import { createReach } from '../../channel/index.ts';
import { readConfig } from '../../config.ts';
import { createFiles } from '../../file/index.ts';
import { createIdentity } from '../../identity/index.ts';
import { createLog } from '../../log.ts';
import type { Job } from '../../job/index.ts';
import type { Plugin } from '../../plugin.ts';
import type { TaskType } from '../../task.ts';
import { createRegistry } from '../../registry.ts';
import type { Screen } from '../../screen/definition.ts';
import { createScreens } from '../../screen/index.ts';
import type { ReportDefinition } from '../definition.ts';
import { runReport, type ReportParts } from '../run/run-report.ts';
import {
  listSubscriptions,
  removeSubscription,
  saveSubscription,
  type SubscriptionInput,
} from '../subscription/keep-subscription.ts';
import { subscriptionJob } from '../subscription/subscription-job.ts';
import { measureReport } from './measure-report.ts';
import { sendReport } from './send-report.ts';

let world: RecordWorld;
let parts: ReportParts;
let ann: Actor;
let bob: Actor;
const now = Date.parse('2026-03-15T20:00:00Z');

const base: ReportDefinition = {
  entity: 'contact',
  groups: [{ field: 'level' }],
  measures: [
    { id: 'count', function: 'count' },
    { id: 'total', function: 'sum', field: 'value' },
    { id: 'people', function: 'distinct', field: 'owner' },
  ],
  chart: 'table',
};

beforeAll(async () => {
  world = await recordWorld([account, contact], [seller]);
  const company = () => Promise.resolve({ timeZone: 'UTC', currency: 'USD' });
  parts = { records: world.records, models: world.models, clock: { now: () => now }, company };
  ann = await world.person('Ann', ['seller']);
  bob = await world.person('Bob', ['seller']);
  await world.create('contact', [
    { name: 'a1', owner: ann.id, level: 'high', value: { amount: 50, currency: 'EUR' } },
    { name: 'a2', owner: ann.id, level: 'high', value: 10 },
    { name: 'b1', owner: bob.id, level: 'low', value: 20 },
  ]);
});
afterAll(() => world?.close());

test('a flow decides by the total of a report, counted as the flow may see it', async () => {
  const registry = { plugins: [pluginWith('demo.all')], find: () => undefined, hasEntity: () => true };
  const task = measureReport(() => ({ ...parts, sql: world.sql, registry, access: world.access }));
  const measure = (input: object, actor: Actor) => call(task, input, actor);
  expect(await measure({ report: 'demo.all' }, systemActor)).toMatchObject({
    value: { value: 3, before: null },
  });
  expect(await measure({ report: 'demo.all', measure: 'people' }, ann)).toMatchObject({
    value: { value: 1 },
  });
  // Two currencies are no one number.
  expect(await measure({ report: 'demo.all', measure: 'total' }, systemActor)).toMatchObject({
    value: { value: null },
  });
  expect(await measure({ report: 'demo.all', measure: 'x' }, ann)).toMatchObject({
    code: 'report-measure-unknown',
  });
  expect(await measure({ report: 'demo.gone' }, ann)).toMatchObject({ code: 'report-gone' });
});

test('a figure that fell to nothing is a figure: no records are none of them, and their sum is 0', async () => {
  // given a report of which no record is a part
  const nobody = { field: 'name', operator: 'is' as const, value: 'nobody' };
  const definition: ReportDefinition = {
    ...{ ...base, groups: [], conditions: [nobody] },
    measures: [
      { id: 'count', function: 'count' },
      { id: 'total', function: 'sum', field: 'value' },
    ],
  };
  const mean: ReportDefinition['measures'] = [{ id: 'mean', function: 'average', field: 'value' }];
  const plugins = [
    pluginWith('demo.none', definition),
    pluginWith('demo.mean', { ...definition, measures: mean }),
  ];
  const registry = { plugins, find: () => undefined, hasEntity: () => true };
  const task = measureReport(() => ({ ...parts, sql: world.sql, registry, access: world.access }));
  // when, then
  expect(await call(task, { report: 'demo.none' }, systemActor)).toMatchObject({
    value: { value: 0, before: null },
  });
  expect(await call(task, { report: 'demo.none', measure: 'total' }, systemActor)).toMatchObject({
    value: { value: 0 },
  });
  // and of nothing there is no mean
  expect(await call(task, { report: 'demo.mean' }, systemActor)).toMatchObject({ value: { value: null } });
});

test('figures of another entity stand in the same rows, each as its reader may see it', async () => {
  const definition: ReportDefinition = {
    ...{ entity: 'contact', groups: [{ field: 'owner' }], chart: 'table' },
    beside: [{ entity: 'account', fields: ['owner'] }],
    measures: [
      { id: 'people', function: 'count' },
      { id: 'worth', function: 'sum', field: 'share' },
      { id: 'companies', of: 'account', function: 'count' },
      { id: 'each', expression: 'people / companies' },
      { id: 'mean', expression: '12.5 / companies', format: 'money' },
    ],
  };
  await world.create('account', [
    ...[
      { name: 'North', owner: ann.id },
      { name: 'South', owner: bob.id },
    ],
    { name: 'Nobody’s', owner: null },
  ]);
  const ask = async (more: Partial<ReportDefinition>, actor: Actor = systemActor) =>
    (await runReport(parts, { actor, definition: { ...definition, ...more } })).rows.map(({ values }) => [
      ...['people', 'companies', 'each'].map((id) => values[id]),
      ...(values['mean'] as { amount: string }[]).map(({ amount }) => amount), // calculated as money
    ]);
  // What stands on the other side alone has a row, with nothing of this one.
  expect(await ask({})).toEqual([
    [2, 1, 2, '12.50'],
    [1, 1, 1, '12.50'],
    [0, 1, 0, '12.50'],
  ]);
  expect(await ask({}, bob)).toEqual([[1, 1, 1, '12.50']]);
  // The largest bring only their own of the other side, the rest all that is left of it.
  expect(await ask({ top: { count: 1, others: true } })).toEqual([
    [2, 1, 2, '12.50'],
    [1, 2, 0.5, '6.25'],
  ]);
  await expect(ask({ beside: [{ entity: 'account', fields: [] }] })).rejects.toMatchObject({
    errors: [{ code: 'report-beside-field' }],
  });
});

test('a report is mailed to those with a role, to each with their own figures, once', async () => {
  for (const { id, name } of [ann, bob])
    await world.sql`
      with mailed as (update core."user" set email = ${`${name}@example.com`.toLowerCase()} where id = ${id} returning id)
      insert into core.user_role (user_id, role_id) select id, 'seller' from mailed`;
  const registry = await demoRegistry();
  const identity = createIdentity({ sql: world.sql, roles: () => registry.roles });
  const reach = reachOf();
  const task = sendReport(() => ({
    ...{ ...parts, sql: world.sql, registry, access: world.access, outbox: reach.outbox },
    ...{ actorFor: identity.actorFor, url: 'https://crm.example.com/' },
  }));
  const input = { report: 'demo.all', role: 'seller' };
  expect(await call(task, input, systemActor)).toMatchObject({ value: { sent: 2 } });
  expect(await call(task, input, systemActor)).toMatchObject({ value: { sent: 2 } });
  // A report or a role that is gone is said: nobody would notice that nothing comes.
  const gone = (part: object) => call(task, { ...input, ...part }, systemActor);
  expect(await gone({ report: 'demo.gone' })).toMatchObject({ code: 'report-gone' });
  expect(await gone({ role: 'nobody' })).toMatchObject({ code: 'role-unknown', params: { role: 'nobody' } });
  const mails = await world.sql<{ recipient: string; text: string; html: string }[]>`
    select recipient, content->>'text' as text, content->>'html' as html from core.outbox order by recipient`;
  expect(mails.map(({ recipient }) => recipient)).toEqual(['ann@example.com', 'bob@example.com']);
  expect(mails[0]!.text).toContain('high | 2');
  expect(mails[1]!.text).not.toContain('high');
  expect(mails[1]!.text).toContain('https://crm.example.com/reports/demo.all');
  expect(mails[1]!.html).toContain('<table');
  reach.closeChannels();
});

test('who subscribes gets the dashboard when it is due, as it is seen then, and leaves by its link', async () => {
  const registry = await demoRegistry();
  const identity = createIdentity({ sql: world.sql, roles: () => registry.roles });
  const reach = reachOf();
  let at = now;
  const sending = {
    ...{ ...parts, sql: world.sql, registry, access: world.access, outbox: reach.outbox, links: reach.links },
    ...{ screens: createScreens({ sql: world.sql, registry }), clock: { now: () => at } },
    ...{ actorFor: identity.actorFor, url: 'https://crm.example.com/', log: createLog('silent') },
  };
  const input: SubscriptionInput = {
    kind: 'dashboard',
    target: 'demo.board',
    rhythm: 'week',
    language: 'zh-CN',
  };
  const subscription = await saveSubscription(sending, input, await identity.actorFor(bob.id));
  // Mondays at seven in the reader’s zone: the fifteenth is a Sunday.
  expect(subscription).toMatchObject({ name: 'Levels', dueAt: new Date('2026-03-16T07:00:00Z') });
  await expect(saveSubscription(sending, { ...input, target: 'demo.gone' }, bob)).rejects.toMatchObject({
    code: 'not-found',
  });
  const serve = async () => {
    at += 7 * 86_400_000;
    const [job] = await world.sql<Job[]>`
      select id, kind, payload from core.job where kind = 'report.subscription' order by due_at desc limit 1`;
    await subscriptionJob(sending).run([job!], { worker: 0, signal: new AbortController().signal });
  };
  const mails = () => world.sql<{ text: string; html: string; headers: Record<string, string> }[]>`
    select content->>'text' as text, content->>'html' as html, content->'headers' as headers from core.outbox
    where subject = 'Levels' order by created_at`;
  await serve();
  await serve();
  const [mail, again] = await mails();
  expect(mail!.text).toContain('low | 1');
  expect(mail!.text).not.toContain('high');
  // A number, and a chart whose bars are cells.
  expect(mail!.html).toMatch(/font-size:22px">1<.*width:100%;height:10px/);
  expect(again?.text).toBe(mail!.text);
  const [seen] = await listSubscriptions(sending, bob);
  expect(seen).toMatchObject({ outcome: 'sent', rhythm: 'week' });
  // Whoever may see it no more gets nothing, and is told so.
  await world.sql`delete from core.user_role where user_id = ${bob.id}`;
  identity.forget();
  await serve();
  expect(await mails()).toHaveLength(2);
  expect(await listSubscriptions(sending, await identity.actorFor(bob.id))).toMatchObject([
    { name: null, outcome: 'unseen' },
  ]);
  const token = /subscriptions\/([^>]+)>/.exec(mail!.headers['List-Unsubscribe']!)![1]!;
  expect(reach.links.open('subscription', token)).toEqual({ id: subscription.id });
  await removeSubscription(sending, bob, subscription.id);
  await expect(removeSubscription(sending, bob, subscription.id)).rejects.toMatchObject({
    code: 'not-found',
  });
  reach.closeChannels();
});

const pluginWith = (id: string, definition = base) =>
  ({ id: 'demo', reports: [{ id, definition }], screens: [board] }) as unknown as Plugin; // only that is read

const board: Screen = {
  ...{ id: 'demo.board', kind: 'dashboard', entity: 'contact', label: 'Levels' },
  body: [
    { id: 'all', node: 'report', report: 'demo.all' },
    { id: 'many', node: 'number', entity: 'contact', measure: { function: 'count' } },
    {
      ...{ id: 'levels', node: 'chart', entity: 'contact', measure: { function: 'count' } },
      ...{ chart: 'bar', group: { field: 'level' } },
    },
  ],
};

async function demoRegistry() {
  const registry = {
    ...(await createRegistry([])),
    ...{ plugins: [pluginWith('demo.all')], roles: [seller], version: 1 },
  };
  const own = { account, contact };
  return Object.assign(registry, {
    entity: (id: string) => own[id as keyof typeof own], // there are no others
    entities: () => [account, contact],
    hasEntity: () => true,
  });
}

const reachOf = () =>
  createReach({
    files: createFiles({ sql: world.sql }),
    ...{ sql: world.sql, clock: parts.clock, secret: 's', log: createLog('silent') },
    config: readConfig({ RELATA_SECRET: 's'.repeat(32) }),
    ...{ wake: { pingSoon: () => {} }, timeZone: () => Promise.resolve('UTC') },
    events: { append: () => Promise.resolve(), wake: () => {} },
    box: { seal: String, open: String },
  });

async function call(task: TaskType, input: object, actor: Actor) {
  const [result] = await task.run(
    [{ input, instance: 'i', flow: 'f', element: 'e', subject: null, idempotencyKey: 'key', now }],
    {
      records: world.records.service(actor),
      signal: new AbortController().signal,
      log: () => {},
      plugin: noPlugin,
    },
  );
  return result;
}
