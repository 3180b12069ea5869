import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AppWorld } from '../../../tests/support/app-world.ts';
import { sendMail } from '../tasks/send-mail.ts';
import { sumUp } from '../tasks/sum-up.ts';
import { campaignWorld, type CampaignWorld } from './campaign-world.ts';

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
const makeContact: CampaignWorld['makeContact'] = (...given) => own.makeContact(...given);
const run: CampaignWorld['run'] = (...given) => own.run(...given);
const sentNow = (campaign: string) => own.sentNow(campaign);

const began = Date.now();
const daysFromNow = (days: number): string => new Date(began + days * 86_400_000).toISOString().slice(0, 10);

test('a campaign is measured by its goal: leads that came after its mail or by its form, until the day', async () => {
  // given a campaign that wrote to two people, and has a form that a third filled in
  const goal = { goalFigure: 'leads', goalTarget: 4, startDate: daysFromNow(-3), goalBy: daysFromNow(9) };
  const campaign = await make('campaign', { name: 'Counted', state: 'running', journey: 'counted', ...goal });
  const people = await Promise.all(['Gil', 'Hoa', 'Ina', 'Jon'].map((name) => makeContact(name)));
  await run(
    sendMail,
    people.slice(0, 2).map((id) => ({ input: { template }, subject: ['contact', id], flow: 'counted' })),
  );
  await sentNow(campaign);
  const form = await make('lead-form', { name: 'Stand', campaign });
  await make('form-submission', { who: 'ina@newton.example', form, contact: people[2] });
  const ask = async () =>
    (await world.call('Mara', 'GET', `/api/plugins/campaigns/results/${campaign}`)).body['goal'];
  expect(await ask()).toMatchObject({ figure: 'leads', target: 4, reached: 0, by: goal.goalBy });
  // when three of them, and somebody the campaign has nothing to do with, become leads
  for (const contact of [people[0], people[2], people[3]]) await make('lead', { name: 'A lead', contact });
  // then those two count
  expect(await ask()).toMatchObject({ reached: 2 });
  // and other figures are counted by what is theirs
  const counted = async (figure: string) => {
    await world.call('admin', 'PATCH', `/api/records/campaign/${campaign}`, { goalFigure: figure });
    return ((await ask()) as { reached: number }).reached; // The route answers so.
  };
  await make('campaign-sale', {
    ...{ name: 'Sold', campaign, soldAt: new Date().toISOString() },
    opportunity: await make('opportunity', { name: 'Sold', account, stage: 'won' }),
    revenue: { amount: '80.00', currency: (await world.plugin.company()).currency },
  });
  expect(await counted('sales')).toBe(1);
  expect(await counted('revenue')).toBe(80);
  expect(await counted('redemptions')).toBe(0);
  // and a goal that is nothing, or over before it begins, is refused with a sentence
  for (const wrong of [{ goalTarget: 0 }, { goalBy: daysFromNow(-5) }, { endDate: daysFromNow(-5) }]) {
    const answer = await world.call('Mara', 'PATCH', `/api/records/campaign/${campaign}`, wrong);
    expect(answer.status, JSON.stringify(wrong)).toBe(422);
  }
});

test('a campaign begins with the to-dos of its checklist, which follow its first day unless somebody moved them', async () => {
  // given a checklist, which marketers read and the head of marketing writes
  await world.person('Lena', ['campaigns.lead']);
  expect((await world.call('Mara', 'POST', '/api/records/checklist', { name: 'Mine' })).status).toBe(403);
  const listed = await world.call('Lena', 'POST', '/api/records/checklist', { name: 'Launch' });
  const list = { checklist: String(listed.body['id']) };
  for (const [name, dueDays] of [
    ['Write', -7],
    ['Test', -1],
    ['Look back', null],
  ] as const)
    await world.call('Lena', 'POST', '/api/records/checklist-item', { name, dueDays, ...list });
  // when a campaign names it
  const started = { name: 'Listed', startDate: '2027-03-10', ...list };
  const campaign = String((await world.call('Mara', 'POST', '/api/records/campaign', started)).body['id']);
  const todos = async () => {
    const records = world.plugin.records(world.plugin.self);
    const found = await records.find('campaign-check', { campaign: { eq: campaign } }, { limit: 9 });
    return new Map(found.map((todo) => [String(todo['name']), todo]));
  };
  const dues = async () => [...(await todos())].map(([name, todo]) => [name, todo['due'] ?? null]).toSorted();
  expect(await dues()).toEqual([
    ['Look back', null],
    ['Test', '2027-03-09'],
    ['Write', '2027-03-03'],
  ]);
  expect((await todos()).get('Write')!['responsible']).toMatchObject({ title: 'Mara' });
  // and one of them is moved by hand before the campaign is put off by ten days
  const test = (await todos()).get('Test')!.id;
  await world.call('Mara', 'PATCH', `/api/records/campaign-check/${test}`, { due: '2027-03-01' });
  await world.call('Mara', 'PATCH', `/api/records/campaign/${campaign}`, { startDate: '2027-03-20' });
  expect(await dues()).toEqual([
    ['Look back', null],
    ['Test', '2027-03-01'],
    ['Write', '2027-03-13'],
  ]);
  // and one whose day has passed is late until it is done
  const isLate = async () => (await todos()).get('Test')!['isLate'];
  expect(await isLate()).toBe(false);
  await world.call('Mara', 'PATCH', `/api/records/campaign-check/${test}`, { due: '2020-03-01' });
  expect(await isLate()).toBe(true);
  await world.call('Mara', 'PATCH', `/api/records/campaign-check/${test}`, { isDone: true });
  expect(await isLate()).toBe(false);
});

test('what those it wrote to bought is beside as many days before, and is said in sentences when it is over', async () => {
  // given a campaign of three days; a customer it wrote to bought before and since, another since
  const days = { startDate: daysFromNow(-2), endDate: daysFromNow(0) };
  const values = { name: 'Over', state: 'running', journey: 'over', ...days };
  const campaign = String((await world.call('Mara', 'POST', '/api/records/campaign', values)).body['id']);
  const [own, other] = [await make('account', { name: 'Own' }), await make('account', { name: 'Other' })];
  const kim = await makeContact('Kim', { account: own });
  await run(sendMail, [{ input: { template }, subject: ['contact', kim], flow: 'over' }]);
  await sentNow(campaign);
  const won = (of: string, days: number, amount: string) =>
    make('opportunity', {
      ...{ name: 'Won', account: of, stage: 'won', closeDate: daysFromNow(days) },
      amount: { amount, currency: 'USD' },
    });
  await won(own, -4, '100.00');
  await won(own, -1, '300.00');
  await won(own, 0, '50.00');
  await won(other, -1, '9000.00');
  // when it is compared
  const { body } = await world.call('Mara', 'GET', `/api/plugins/campaigns/compared/${campaign}`);
  // then
  expect(body).toMatchObject({
    days: 3,
    reached: {
      ...{ people: 1, accounts: 1, now: { deals: 2, revenue: [{ amount: '350.00', currency: 'USD' }] } },
      before: { deals: 1, revenue: [{ amount: '100.00', currency: 'USD' }] },
    },
  });
  const [said] = await run(sumUp, [{ input: {}, subject: ['campaign', campaign] }]);
  // The cast: the task answers so.
  const { figures } = (said as { value: { figures: string } }).value;
  expect(figures).toContain('No goal with a number was set.');
  expect(figures).toContain('Messages sent: 1; of those delivered 0% were opened');
  expect(figures).toContain('bought 2 times ($350.00) in its 3 days, and 1 times ($100.00)');
  expect(figures).not.toMatch(/campaigns\.review|\{\{/);
});

test('a template begins with a name and a subject: its page has something to put blocks into', async () => {
  const values = { name: 'Spring letter', subject: 'Spring, {{ contact.name }}' };
  const { body } = await world.call('Mara', 'POST', '/api/records/template', values);
  expect(String(body['body'])).toContain('<mj-column>');
});

test('what a field wants is said where it is filled in, in the reader’s language', async () => {
  const { body } = await world.call('Mara', 'GET', '/api/meta');
  // The cast: what the route answers, as far as it is asked here.
  const entities = body['entities'] as { id: string; fields: { id: string; help?: string }[] }[];
  const fields = entities.find(({ id }) => id === 'checklist-item')!.fields;
  expect(fields.find(({ id }) => id === 'dueDays')?.help).toContain('−7 is a week before');
  expect(fields.find(({ id }) => id === 'name')).not.toHaveProperty('help');
});

test('the purpose of a campaign is chosen among those there are now, in the reader’s language', async () => {
  const purposeOf = async (entity: string): Promise<Record<string, unknown>> => {
    const { body } = await world.call('Mara', 'GET', '/api/meta');
    // The cast: what the route answers, as far as it is asked here.
    const entities = body['entities'] as { id: string; fields: Record<string, unknown>[] }[];
    return entities.find(({ id }) => id === entity)!.fields.find(({ id }) => id === 'purpose')!;
  };
  // given
  const before = (await purposeOf('campaign'))['options'] as unknown[];
  expect(before).toContainEqual({ value: 'news', label: 'News' });
  // when somebody adds one
  const added = { id: 'open-days', en: 'Open days', zh: '开放日', mostMessages: null, withinDays: 7 };
  const put = await world.call('admin', 'PUT', '/api/purposes', added);
  expect(put.status, JSON.stringify(put.body)).toBeLessThan(300);
  // then it can be chosen at once
  expect((await purposeOf('campaign'))['options']).toEqual([
    ...before,
    { value: 'open-days', label: 'Open days' },
  ]);
  const campaign = await make('campaign', { name: 'Come and see', purpose: 'open-days' });
  expect(await own.read('campaign', campaign)).toMatchObject({ purpose: 'open-days' });
  // and found by it
  const filter = encodeURIComponent(JSON.stringify({ purpose: { in: ['open-days'] } }));
  const { body } = await world.call('Mara', 'GET', `/api/records/campaign?filter=${filter}`);
  expect(body.items.map(({ id }) => id)).toEqual([campaign]);
  // and one that there is not is refused, where a campaign would write for it
  const wrong = await world.call('Mara', 'PATCH', `/api/records/campaign/${campaign}`, { purpose: 'gossip' });
  expect([wrong.status, JSON.stringify(wrong.body)]).toEqual([422, expect.stringContaining('gossip')]);
});
