/** The main job on real input, from four CSV files to deals that move because a diagram says so; step by step. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { openCompany, signedIn, type Company } from './support/company.ts';
import { clickFlow } from './support/diagram.ts';
import { importFile } from './support/import-file.ts';
import { questions, where } from './support/questions.ts';
import { readDeals, readTeam, type Deal } from './support/pipeline.ts';

const data = join(import.meta.dirname, '../../../shared/data/crm-sales-opportunities');
const file = (name: string): string => join(data, name);
const admin = { name: 'Robin Admin', email: 'robin@example.com', password: 'a long password' };

test.describe.configure({ mode: 'serial' });
test.skip(!existsSync(data), 'The sales team’s files are not here: ../shared/data/crm-sales-opportunities.');

let company: Company;
let page: Page;
const call = <T>(method: string, path: string, body?: unknown): Promise<T> =>
  company.relata.call<T>(method, path, body);

const { activeInstances, countInstances, idOf, instanceOf, prospectWith, settled, wonDealOf } = questions(
  () => company.relata.call,
  'opportunity-follow-up',
);

test.beforeAll(async () => {
  company = await openCompany({ RELATA_DEMO: '0' });
});
test.afterAll(async () => {
  await page?.context().close();
  await company?.close();
});

test('the first administrator signs in with the token that the start printed', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: company.relata.url, locale: 'en-US' });
  page = await context.newPage();
  const token = /one-time code: (\S+)/.exec(company.relata.output())?.[1];
  await page.goto('/setup');
  await page.getByLabel('Code from the start').fill(token!);
  await page.getByLabel('Name').fill(admin.name);
  await page.getByLabel('E-mail').fill(admin.email);
  await page.getByLabel('Password').fill(admin.password);
  await page.getByRole('button', { name: 'Create administrator' }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
});

test('all four files come in, in the order a person would choose', async () => {
  test.setTimeout(300_000);
  await importFile(page, {
    target: 'user',
    file: file('sales_teams.csv'),
    onColumns: async (wizard) => {
      await wizard.getByLabel('People in the list').selectOption({ label: 'Seller' });
      await wizard.getByLabel('Their managers').selectOption({ label: 'Sales manager' });
    },
  });
  await importFile(page, { target: 'product', file: file('products.csv') });
  await importFile(page, { target: 'account', file: file('accounts.csv') });
  await importFile(page, {
    target: 'opportunity',
    file: file('sales_pipeline.csv'),
    columns: { opportunity_id: 'Name *' },
    onValues: async (wizard) => {
      await expect(wizard.getByText('GTXPro')).toBeVisible();
      await expect(wizard.getByText('Suggested: most alike')).toBeVisible();
    },
    onCheck: async (wizard) => {
      const ask = wizard.getByLabel('Start flows for the imported records');
      await expect(ask).not.toBeChecked();
      await expect(wizard.getByText('“Opportunity follow-up” would start 1,589 times.')).toBeVisible();
      await ask.check();
    },
  });
});

test('the board shows the pipeline of the file', async () => {
  await page.goto('/r/opportunity/board');
  for (const [lane, count] of Object.entries({
    Won: '4,238',
    Lost: '2,473',
    Engaging: '1,589',
    Prospecting: '500',
  }))
    await expect(page.getByRole('region', { name: lane }).getByText(count, { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Won' }).getByText('$10,005,534')).toBeVisible();
  await page.goto('/r/opportunity/list');
  await expect(page.getByText('8,800 opportunities')).toBeVisible();
  const { count } = await call<{ count: number }>(
    'GET',
    `/api/records/opportunity?count=exact&limit=1&filter=${encodeURIComponent('{"account":{"isNull":true}}')}`,
  );
  expect(count).toBe(1_425);
});

test('the flows that were asked for have all started, seconds after the import', async () => {
  await expect.poll(() => countInstances('active'), { timeout: 30_000 }).toBe(1_589);
});

const agent = { name: 'Darcel Schlecht', email: 'darcel@example.com', password: 'a long password' };
const manager = { name: 'Melvin Marxen', email: 'melvin@example.com', password: 'a long password' };

test('the administrator invites an agent and a manager who were only names', async () => {
  for (const person of [agent, manager]) {
    await page.goto('/settings/people');
    await page.getByLabel('Find people').fill(person.name);
    await page.getByRole('link', { name: new RegExp(`^${person.name} `) }).click();
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    // The fields are slotted into the dialog: no descendants of it.
    await page.getByLabel('E-mail (to sign in)').fill(person.email);
    await page.getByLabel('Password (8 characters or more)').fill(person.password);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
  }
});

test('an agent sees own deals only, a manager the team’s, everywhere alike', async ({ browser }) => {
  const deals = readDeals(file('sales_pipeline.csv'));
  const team = [manager.name, ...readTeam(file('sales_teams.csv'), manager.name)];
  for (const [person, names] of [
    [agent, [agent.name]],
    [manager, team],
  ] as const) {
    const own = deals.filter((deal) => names.includes(deal.agent));
    const view = await signedIn(browser, company, person);
    await seesExactly(view, own);
    await view.context().close();
  }
});

async function seesExactly(view: Page, own: Deal[]): Promise<void> {
  const get = async (path: string): Promise<unknown> => (await view.request.get(path)).json();
  const count = own.length.toLocaleString('en-US');
  await view.goto('/r/opportunity/list');
  await expect(view.getByText(`${count} opportunities`)).toBeVisible();
  await view.goto('/r/opportunity/board');
  const won = own.filter((deal) => deal.stage === 'Won').length;
  await expect(
    view.getByRole('region', { name: 'Won' }).getByText(won.toLocaleString('en-US'), { exact: true }),
  ).toBeVisible();
  expect(await get('/api/records/opportunity?count=exact&limit=1')).toMatchObject({ count: own.length });
  const aggregate = await view.request.post('/api/records/opportunity/aggregate', {
    data: { group: [{ field: 'owner' }], measures: [{ function: 'count' }] },
    headers: { origin: company.relata.url },
  });
  const { rows } = (await aggregate.json()) as {
    rows: { group: { owner: { title: string } }; values: { count: number } }[];
  };
  expect(rows.map((row) => row.group.owner.title).toSorted()).toEqual(
    [...new Set(own.map((deal) => deal.agent))].toSorted(),
  );
  const csv = await (await view.request.get('/api/records/opportunity/export?fields=name&mark=0')).text();
  expect(csv.trim().split(/\r?\n/)).toHaveLength(own.length + 1);
  const foreign = await call<{ items: { name: string }[] }>(
    'GET',
    `/api/records/opportunity?limit=1&filter=${encodeURIComponent(JSON.stringify({ owner: { eq: await idOf('Kami Bicknell') } }))}`,
  );
  const found = (await get(`/api/search?q=${foreign.items[0]!.name}`)) as { items: { title: string }[] };
  expect(found.items.map((item) => item.title)).not.toContain(foreign.items[0]!.name);
}

test('the live stream tells an agent of own deals and of no other', async ({ browser }) => {
  const view = await signedIn(browser, company, agent);
  await view.goto('/r/opportunity/list');
  await view.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    const stream = new EventSource('/api/events/stream');
    stream.addEventListener('record', (event) =>
      heard.push((JSON.parse(event.data as string) as { id: string }).id),
    );
    return new Promise<void>((resolve) => stream.addEventListener('open', () => resolve()));
  });
  const [own, foreign] = await Promise.all([agent.name, 'Kami Bicknell'].map((name) => wonDealOf(name)));
  await call('PATCH', `/api/records/opportunity/${foreign}`, { nextStep: 'Not for others' });
  await call('PATCH', `/api/records/opportunity/${own}`, { nextStep: 'Call on Monday' });
  await expect
    .poll(() => view.evaluate(() => (globalThis as unknown as { heard: string[] }).heard))
    .toContain(own);
  expect(await view.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).not.toContain(
    foreign,
  );
  await view.context().close();
});

test('a follow-up that is completed branches on the price and sets the stage', async ({ browser }) => {
  const view = await signedIn(browser, company, agent);
  await view.goto('/inbox');
  await expect(view.getByRole('heading', { name: 'Follow up with the customer' })).toBeVisible();
  const name = (await view.getByRole('main').getByRole('link').first().textContent())!.trim();
  await view.getByLabel('What came of it?').selectOption({ label: 'Won' });
  await view.getByRole('button', { name: 'Complete' }).click();
  const filter = encodeURIComponent(JSON.stringify({ name: { eq: name } }));
  await expect
    .poll(
      async () =>
        (await call<{ items: { stage: string }[] }>('GET', `/api/records/opportunity?filter=${filter}`))
          .items[0]!.stage,
    )
    .toBe('won');
  await view.context().close();
});

test('after three days unattended the manager is asked', async ({ browser }) => {
  await call('POST', '/api/clock', { advance: 'P3DT1H' });
  const view = await signedIn(browser, company, manager);
  await view.goto('/inbox');
  await expect(view.getByText('Help with an unattended opportunity').first()).toBeVisible();
  await view.context().close();
});

test('the administrator adds an approval for what is expensive: version 2', async ({ browser }) => {
  const running = await countInstances('active');
  await page.goto('/flows/opportunity-follow-up');
  await clickFlow(page, 'large-deal');
  await page.getByRole('button', { name: 'Approval' }).click();
  await expect(page.getByRole('heading', { name: 'Approval', level: 2 })).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill('Approve the price');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('heading', { name: 'Approve the price' })).toBeVisible();
  await page
    .getByRole('combobox', { name: 'Who', exact: true })
    .selectOption({ label: 'Manager of the owner' });
  await page.getByRole('button', { name: 'Deploy…' }).click();
  await expect(
    page.getByText(`${running.toLocaleString('en-US')} instances run. What becomes of them?`),
  ).toBeVisible();
  await expect(page.getByLabel('They end on the version they began with')).toBeChecked();
  await page.getByRole('button', { name: 'Deploy', exact: true }).click();
  await expect(page.getByText('Opportunity follow-up runs as version 2 from now on.')).toBeVisible();
  expect(new Set((await activeInstances()).map((one) => one.version))).toEqual(new Set([1]));

  const deal = await prospectWith('GTX Pro');
  await call('PATCH', `/api/records/opportunity/${deal}`, {
    stage: 'engaging',
    owner: await idOf(agent.name),
  });
  await expect.poll(async () => (await instanceOf(deal))?.version).toBe(2);
  const view = await signedIn(browser, company, agent);
  await view.goto(`/r/opportunity/${deal}`);
  await view.getByRole('button', { name: 'Do it' }).click();
  await view.getByLabel('What came of it?').selectOption({ label: 'Won' });
  await view.getByRole('button', { name: 'Complete' }).click();
  await view.context().close();
  await expect
    .poll(async () => (await instanceOf(deal))?.tokens.map((token) => token.name))
    .toEqual(['Approve the price']);
  await page.goto(`/instances/${(await instanceOf(deal))!.id}`);
  const token = page.locator('.rl-token');
  await expect(token).toHaveCount(1);
  await expect(page.getByText('Approve the price').first()).toBeVisible();
});

test('a killed server goes on where it was, and nothing runs twice', async () => {
  const { items } = await call<{ items: { id: string; instance: string }[] }>(
    'GET',
    '/api/work-items?limit=200',
  );
  const followUps = items.slice(0, 60);
  const before = new Map((await activeInstances()).map((one) => [one.id, where(one)]));
  const completing = followUps.map((item) =>
    call('POST', `/api/work-items/${item.id}/complete`, {
      variables: { outcome: 'lost', advice: 'Let it go' },
    }).then(
      () => item.instance,
      () => undefined,
    ),
  );
  await Promise.race([
    Promise.all(completing.slice(0, 10)),
    new Promise((resolve) => setTimeout(resolve, 2_000)),
  ]);
  await company.killAndRestart();
  await Promise.all(completing);
  await settled();

  const touched = new Set(followUps.map((item) => item.instance));
  const after = new Map((await activeInstances()).map((one) => [one.id, where(one)]));
  for (const [id, place] of before) if (!touched.has(id)) expect(after.get(id)).toBe(place);
  for (const id of touched) await ranOnce(id);
});

async function ranOnce(instance: string): Promise<void> {
  const history = await call<{ element: string; event: string }[]>(
    'GET',
    `/api/instances/${instance}/history?limit=1000`,
  );
  const completed = history.filter((entry) => entry.event === 'completed').map((entry) => entry.element);
  expect(completed).toHaveLength(new Set(completed).size);
  const { subject } = await call<{ subject: { id: string } }>('GET', `/api/instances/${instance}`);
  const { items } = await call<{ items: { changes: Record<string, unknown> }[] }>(
    'GET',
    `/api/records/opportunity/${subject.id}/timeline`,
  );
  expect(
    items.filter((event) => 'stage' in event.changes && 'nextStep' in event.changes).length,
  ).toBeLessThanOrEqual(2);
}
