import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TaskResult } from '../../../core/index.ts';
import { defaultScreen } from '../../../core/screen/default/default-screens.ts';
import { templateFile } from '../entities/template-file.ts';
import type { AppWorld } from '../../../tests/support/app-world.ts';
import { creditSale } from '../tasks/credit-sale.ts';
import { mailAudience } from '../tasks/mail-audience.ts';
import { response } from '../tasks/response.ts';
import { sendMail } from '../tasks/send-mail.ts';
import { split } from '../tasks/split.ts';
import { campaignWorld, type Asked, type CampaignWorld } from './campaign-world.ts';
import { periodsOf } from '../models/periods.ts';

let own: CampaignWorld;
let world: AppWorld;
let account = '';
let template = '';
beforeAll(async () => {
  own = await campaignWorld();
  ({ world, account, template } = own);
});
afterAll(() => world.close());

const make: CampaignWorld['make'] = (...given) => own.make(...given);
const read: CampaignWorld['read'] = (...given) => own.read(...given);
const makeContact: CampaignWorld['makeContact'] = (...given) => own.makeContact(...given);
const run: CampaignWorld['run'] = (...given) => own.run(...given);
const messages: CampaignWorld['messages'] = (...given) => own.messages(...given);
const sentNow = (campaign: string) => own.sentNow(campaign);

test('what a campaign brought is worked out where there is a cost, and is empty otherwise', async () => {
  const spent = await make('campaign', {
    name: 'Spring',
    cost: { amount: '200', currency: 'USD' },
    revenue: { amount: '500', currency: 'USD' },
  });
  const free = await make('campaign', { name: 'Summer' });
  expect(await read('campaign', spent)).toMatchObject({ state: 'draft', returnOnCost: 1.5 });
  expect((await read('campaign', free))['returnOnCost'] ?? null).toBeNull();
});

test('a journey writes to each in their language, in the name of its running campaign', async () => {
  // given a campaign with its journey, and three people, one without an address
  const campaign = await make('campaign', { name: 'Autumn', state: 'running', journey: 'autumn' });
  const ann = await makeContact('Ann');
  const li = await makeContact('Li', { language: 'zh-CN' });
  const bare = await makeContact('Bare', { email: null });
  // when the flow writes to them, and the batch is tried once more
  const asked = [ann, li, bare].map((id): Asked => ({
    input: { template, group: 'mail' },
    subject: ['contact', id],
    flow: 'autumn',
  }));
  const results = await run(sendMail, asked);
  expect(await run(sendMail, asked)).toEqual(results);
  // then there are two messages, and one refusal with its reason
  expect(results).toMatchObject([{ ok: true }, { ok: true }, { ok: false, code: 'address-missing' }]);
  expect((await messages(campaign)).map(({ subject }) => subject)).toEqual(['Hello Ann', '您好 Li']);
  const answer = await world.call('Mara', 'GET', `/api/plugins/campaigns/results/${campaign}`);
  expect(answer.body).toMatchObject({
    total: { wanted: 2, sent: 0, waiting: 2 },
    steps: [{ key: 'autumn write', wanted: 2 }],
    groups: [{ key: 'mail' }],
  });
});

test('a mailing goes through its audience page by page, and writes to nobody twice', async () => {
  const people = await Promise.all(['Ben', 'Cem', 'Dee'].map((name) => makeContact(name)));
  const segment = await make('segment', { name: 'Three of them' });
  await world.call('admin', 'POST', `/api/segments/${segment}/members`, { add: people });
  const values = { name: 'Winter', state: 'running', template, audience: segment };
  const campaign = await make('campaign', values);
  const asked: Asked = { input: { after: null }, subject: ['campaign', campaign] };
  expect(await run(mailAudience, [asked])).toEqual([{ ok: true, value: { after: null, written: 3 } }]);
  await run(mailAudience, [asked]);
  expect(await messages(campaign)).toHaveLength(3);
});

test('a campaign writes for a purpose that people agreed to: any other is refused with a sentence', async () => {
  // Nobody agrees to `service`: as the purpose of a campaign it would be a way past the gate.
  for (const purpose of ['nwes', 'service']) {
    const answer = await world.call('Mara', 'POST', '/api/records/campaign', { name: 'Wrong', purpose });
    expect(answer).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/purpose', code: 'purpose-unknown' }] },
    });
    expect(JSON.stringify(answer.body)).toContain(purpose);
  }
  const { status } = await world.call('Mara', 'POST', '/api/records/campaign', {
    ...{ name: 'Right', purpose: 'offers' },
  });
  expect(status).toBe(201);
});

test('what came of a mail is asked, and a deal counts once for the campaign that wrote last', async () => {
  // given two campaigns that wrote to Eve, the second later
  const eve = await makeContact('Eve');
  const sent: { campaign: string; message: string }[] = [];
  for (const name of ['First', 'Second']) {
    const campaign = await make('campaign', { name, state: 'running', journey: name });
    const [result] = await run(sendMail, [{ input: { template }, subject: ['contact', eve], flow: name }]);
    await sentNow(campaign);
    // The cast: the task answers so.
    sent.push({ campaign, message: (result as { value: { message: string } }).value.message });
  }
  const [first, second] = [sent[0]!, sent[1]!];
  const ask = async () => (await run(response, [{ input: second, subject: ['contact', eve] }]))[0];
  const quiet = { isSent: true, isHeldBack: false, isOpened: false, isClicked: false, hasBought: false };
  expect(await ask()).toEqual({ ok: true, value: quiet });
  // when she clicks, and a deal of her company is won, twice told
  await world.sql`update core.outbox set clicked_at = now() where id = ${second.message}`;
  const amount = { amount: '700.00', currency: 'USD' };
  const deal = await make('opportunity', { name: 'Big one', account, amount, stage: 'won' });
  for (let time = 0; time < 2; time++)
    expect(await run(creditSale, [{ input: {}, subject: ['opportunity', deal] }])).toEqual([
      { ok: true, value: { campaign: second.campaign } },
    ]);
  // then the last campaign has the revenue, once
  expect(await ask()).toEqual({
    ok: true,
    value: { ...quiet, isOpened: true, isClicked: true, hasBought: true },
  });
  expect(await read('campaign', second.campaign)).toMatchObject({ revenue: amount });
  expect((await read('campaign', first.campaign))['revenue'] ?? null).toBeNull();
  const mine = { revenue: { amount: '50.00', currency: 'USD' } };
  const other = await make('opportunity', { name: 'Small one', account, amount: mine.revenue });
  const sale = { name: 'Small one', campaign: second.campaign, opportunity: other, ...mine };
  const added = await make('campaign-sale', sale);
  const revenue = async () => (await read('campaign', second.campaign))['revenue'];
  expect(await revenue()).toMatchObject({ amount: '750.00' });
  // … and no longer has what is taken back
  await world.call('admin', 'DELETE', `/api/records/campaign-sale/${added}`);
  expect(await revenue()).toEqual(amount);
  const path = `/api/plugins/campaigns/results/${second.campaign}`;
  expect((await world.call('Mara', 'GET', path)).body).toMatchObject({
    total: { wanted: 1, sent: 1, opened: 1, clicked: 1 },
    ...{ sales: 1, revenue: [amount] },
  });
});

test('a campaign runs on no more budget than was agreed to', async () => {
  // given
  const money = (amount: string) => ({ amount, currency: 'USD' });
  const campaign = await make('campaign', { name: 'Costly', budget: money('500') });
  const change = async (values: Record<string, unknown>, who = 'Mara') => {
    const path = `/api/records/campaign/${campaign}`;
    const { status, body } = await world.call(who, 'PATCH', path, values);
    return status === 200 ? 'done' : body['code'];
  };
  // when, then
  expect(await change({ state: 'running' })).toBe('campaign-budget-open');
  expect(await change({ approvedBudget: money('500') })).not.toBe('done');
  expect(await change({ state: 'approved', approvedBudget: money('500') }, 'admin')).toBe('done');
  expect(await change({ state: 'running' })).toBe('done');
  expect(await change({ budget: money('600') })).toBe('campaign-budget-open');
  expect(await change({ budget: money('400') })).toBe('done');
});

test('results are for those who may see the campaign and the outbox', async () => {
  const campaign = await make('campaign', { name: 'Hidden' });
  await world.person('Sam', ['sales.seller']);
  const path = `/api/plugins/campaigns/results/${campaign}`;
  expect((await world.call('Sam', 'GET', path)).status).toBe(403);
  const gone = await world.call('Mara', 'GET', `/api/plugins/campaigns/results/${account}`);
  expect(gone.status).toBe(404);
});

test.each([
  ['2026-11-01', '2026-11-10', { days: 10, before: { from: '2026-10-22', to: '2026-10-31' } }],
  ['2026-11-20', '2026-12-31', { days: 3, before: { from: '2026-11-17', to: '2026-11-19' } }],
  ['2026-11-22', null, { days: 1, before: { from: '2026-11-21', to: '2026-11-21' } }],
  ['2026-12-01', null, null],
  [null, null, null],
  ['2026-11-10', '2026-11-01', null],
])('from %s until %s it is compared with as many days before', (start, end, expected) => {
  const found = periodsOf(start, end, Date.UTC(2026, 10, 22, 12));
  if (expected) expect(found).toMatchObject(expected);
  else expect(found).toBeNull();
});

test('what is attached to a template goes with its mails; a translation without files takes those of its original', async () => {
  const [file = ''] = await world.sql<{ id: string }[]>`
    insert into core.file (id, name, type, size, created_by)
    values (gen_random_uuid(), 'price-list.pdf', 'application/pdf', 3, 'system') returning id`.then((rows) =>
    rows.map(({ id }) => id),
  );
  const records = world.plugin.records(world.plugin.self);
  // Nothing goes without the file, so that the form asks for it.
  const asked = defaultScreen(templateFile, 'form')?.body?.map(({ id }) => id);
  expect(asked).toEqual(['name', 'template', 'file']);
  expect(await records.create('template-file', [{ name: 'Prices', template, file }])).toMatchObject([
    { ok: true },
  ]);
  const people = [await makeContact('Ada'), await makeContact('Lin', { language: 'zh-CN' })];
  await run(
    sendMail,
    people.map((id) => ({ input: { template }, subject: ['contact', id], flow: 'attached' })),
  );
  const rows = await world.sql`
    select content->'files' as files from core.outbox where record_id = any(${people}::uuid[])`;
  expect(rows.map(({ files }) => files)).toEqual([
    [{ name: 'Prices.pdf', file }],
    [{ name: 'Prices.pdf', file }],
  ]);
});

test('a journey that holds some out keeps who was in which group, and what each bought', async () => {
  // given six people of six companies who enter a journey, and enter once more
  const people: [string, string][] = [];
  for (let nth = 0; nth < 6; nth++) {
    const company = await make('account', { name: `Company ${nth}` });
    people.push([company, await makeContact(`Member${nth}`, { account: company })]);
  }
  const enter = (test: string, holdOut?: string): Promise<TaskResult[]> =>
    run(
      split,
      people.map(([, id]): Asked => ({
        input: { test, shares: { mail: 1, none: 1 }, ...(holdOut && { holdOut }) },
        ...{ subject: ['contact', id], flow: 'held-journey' },
      })),
    );
  const groupsOf = (results: readonly TaskResult[]): string[] =>
    results.map((result) => (result as { value: { group: string } }).value.group); // all of them fit
  const count = (groups: readonly string[], group: string) => groups.filter((one) => one === group).length;
  // A test that puts two of them into each group at least: which one does is up to their ids.
  let test = 0;
  let groups: string[] = [];
  while (Math.min(count(groups, 'mail'), count(groups, 'none')) < 2)
    groups = groupsOf(await enter(`held ${++test}`));
  expect(groupsOf(await enter(`held ${test}`, 'none'))).toEqual(groups);
  await enter(`held ${test}`, 'none');
  // when the company of one who was reached, and of one who was not, buys, and one of them again
  for (const group of ['mail', 'none', 'mail']) {
    const [company] = people[groups.indexOf(group)]!;
    const deal = await make('opportunity', { name: 'A deal', account: company, stage: 'won', amount: 300 });
    await run(creditSale, [{ input: {}, subject: ['opportunity', deal] }]);
  }
  // then each counts once in its group
  const path = '/api/plugins/campaigns/hold-out/held-journey';
  const { body } = await world.call('Mara', 'GET', path);
  expect(body['counts']).toEqual({ reached: count(groups, 'mail'), heldOut: count(groups, 'none') });
  expect(body['compared']).toMatchObject({
    reached: { bought: 1, mean: 300 / count(groups, 'mail') },
    heldOut: { bought: 1, mean: 300 / count(groups, 'none') },
    isThin: true,
  });
  await world.person('Ned', ['customers.reader']);
  expect((await world.call('Ned', 'GET', path)).status).toBe(403);
});

test('how many it can write to is said before it starts, and what keeps it from the others', async () => {
  const people = await Promise.all(
    ['Yes', 'Gone', 'Never', 'Taken'].map((name) => makeContact(`Reach${name}`)),
  );
  const nobody = await make('contact', { name: 'Without address', account });
  const audience = await make('segment', { name: 'Five' });
  await world.call('admin', 'POST', `/api/segments/${audience}/members`, { add: [...people, nobody] });
  const say = (name: string, state: string) =>
    world.call('admin', 'POST', '/api/consents', {
      ...{ channel: 'email', address: `reach${name}@newton.example`, purposes: ['news'], state },
      ...{ source: 'call', shown: 'May we?', language: 'en' },
    });
  for (const name of ['yes', 'gone', 'taken']) expect((await say(name, 'given')).status).toBeLessThan(300);
  await say('taken', 'withdrawn');
  await world.sql`insert into core.suppression (channel, address, reason, at)
    values ('email', 'reachgone@newton.example', 'bounce', now())`;
  const campaign = await make('campaign', { name: 'Reaching', audience });
  const path = `/api/plugins/campaigns/reach/${campaign}`;
  const { body } = await world.call('Mara', 'GET', path);
  expect(body).toEqual({ members: 5, unknown: 1, suppressed: 1, unasked: 2, reachable: 1 });
  await world.person('Stranger', []);
  expect((await world.call('Stranger', 'GET', path)).status).toBe(403);
});

test('a campaign is planned for a day, with a budget that was agreed to', async () => {
  const campaign = await make('campaign', { name: 'Planned' });
  const change = async (values: Record<string, unknown>) =>
    (await world.call('Mara', 'PATCH', `/api/records/campaign/${campaign}`, values)).body;
  expect(await change({ state: 'planned' })).toMatchObject({ errors: [{ code: 'campaign-start-missing' }] });
  expect(await change({ state: 'planned', startDate: '2099-01-01' })).toMatchObject({ state: 'planned' });
  expect(await change({ startDate: null })).toMatchObject({ errors: [{ code: 'campaign-start-missing' }] });
  expect(await change({ budget: { amount: '9', currency: 'USD' } })).toMatchObject({
    code: 'campaign-budget-open',
  });
});
