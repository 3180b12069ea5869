/** A budget is refused, asked for again and agreed to, and the campaign is looked back at when it is over. */
import { expect, type Page } from '@playwright/test';
import { signedIn, type Company } from './support/company.ts';
import { test } from './support/shared-company.ts';

test.describe.configure({ mode: 'serial' });

const name = 'Orangery evening';
const password = 'relata-demo';
let company: Company;
let marketer: Page;
let head: Page;
let campaign = '';

test.beforeAll(async ({ browser, company: shared }) => {
  test.setTimeout(120_000);
  company = shared;
  const person = async (who: string, role: string): Promise<string> => {
    const values = { name: `${who} Orange`, email: `${who}@orangery.example`, password, roles: [role] };
    return (await company.relata.call<{ id: string }>('POST', '/api/users', values)).id;
  };
  const owner = await person('olga', 'campaigns.marketer');
  await person('hugo', 'campaigns.lead');
  const values = { name, owner, budget: { amount: '900', currency: 'USD' } };
  campaign = (await company.relata.call<{ id: string }>('POST', '/api/records/campaign', values)).id;
  marketer = await signedIn(browser, company, { email: 'olga@orangery.example', password });
  head = await signedIn(browser, company, { email: 'hugo@orangery.example', password });
});
test.afterAll(async () => {
  await marketer?.context().close();
  await head?.context().close();
});

const read = () => company.relata.call<Record<string, unknown>>('GET', `/api/records/campaign/${campaign}`);
const open = async (page: Page, task: string): Promise<void> => {
  await page.goto('/inbox');
  await page.getByRole('button', { name: task }).filter({ hasText: name }).click();
  await expect(page.getByRole('heading', { name: task })).toBeVisible();
};

test('a budget is refused with a reason, which its owner reads, mends and asks again', async () => {
  await company.relata.call('PATCH', `/api/records/campaign/${campaign}`, { state: 'waiting' });
  await open(head, 'Agree to the budget');
  await expect(head.getByLabel('Budget to agree to')).toHaveValue(/^900/);
  await head.getByLabel('Answer').selectOption({ label: 'Refused' });
  await head.getByLabel('Remark for its owner').fill('Half of it is enough.');
  await head.getByRole('button', { name: 'Complete' }).click();
  await expect.poll(async () => (await read())['state']).toBe('draft');
  await open(marketer, 'The budget was refused');
  await expect(marketer.getByLabel('What was said')).toHaveValue('Half of it is enough.');
  await marketer.getByLabel('New budget').first().fill('450');
  await marketer.getByLabel('Ask again with it').check();
  await marketer.getByRole('button', { name: 'Complete' }).click();
  await expect.poll(async () => (await read())['state']).toBe('waiting');
  expect(await read()).toMatchObject({ approvedBudget: null, budgetNote: 'Half of it is enough.' });
});

test('it is agreed to, begins on its first day, and its owner looks back over what the figures said', async () => {
  await open(head, 'Agree to the budget');
  await expect(head.getByLabel('Budget to agree to')).toHaveValue(/^450/);
  await head.getByLabel('Answer').selectOption({ label: 'Agreed' });
  await head.getByRole('button', { name: 'Complete' }).click();
  await expect.poll(async () => (await read())['state']).toBe('approved');
  expect(await read()).toMatchObject({ approvedBudget: { currency: 'USD' } });
  const change = (values: Record<string, unknown>) =>
    company.relata.call('PATCH', `/api/records/campaign/${campaign}`, values);
  await change({ journey: 'first-offer-journey', startDate: '2099-05-01' });
  await marketer.goto(`/r/campaign/${campaign}`);
  for (let times = 0; times < 2; times += 1)
    await marketer.getByRole('button', { name: 'Begin on May 1, 2099' }).last().click();
  await expect(marketer.getByText('It begins by itself on May 1, 2099')).toBeVisible();
  // Its first day is moved to one that has come.
  await change({ startDate: '2026-01-01' });
  await expect.poll(async () => (await read())['state']).toBe('running');
  await change({ state: 'finished' });
  await expect(async () => open(marketer, 'Look back at the campaign')).toPass();
  await expect(marketer.getByLabel('What the figures said')).toHaveValue(/No goal with a number was set/);
  await marketer.getByLabel('What we learned').fill('Ask for less at first.');
  await marketer.getByRole('button', { name: 'Complete' }).click();
  await expect.poll(async () => (await read())['lessons']).toBe('Ask for less at first.');
  expect(String((await read())['figures'])).toContain('No message was sent.');
});
