/** An administrator makes a role, invites somebody, who sees just that; "why" names the rule; and work is handed over. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { signedIn, type Company } from './support/company.ts';
import { test } from './support/shared-company.ts';

const administrator = { email: 'admin@relata.example', password: 'relata-demo' };

let company: Company;
let page: Page;

test.beforeAll(async ({ browser, company: shared }) => {
  test.setTimeout(180_000);
  company = shared;
  page = await signedIn(browser, company, administrator);
  for (const [name, city] of [
    ['Own One', 'Lund'],
    ['Own Two', 'Lund'],
    ['Other', 'Faro'],
  ])
    await company.relata.call('POST', '/api/records/contact', { name, city, phone: '+8613812341234' });
});
test.afterAll(async () => {
  await page?.context().close();
});

const hasNoFault = async (): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
};

test('a role is made by clicks: one region, a masked phone, and what it means in words', async () => {
  await page.goto('/settings/roles');
  await page.getByRole('button', { name: 'New role' }).click();
  await page.getByLabel('Name').fill('Region Lund');
  await page.getByRole('button', { name: 'Make the role' }).click();
  await page.getByRole('checkbox', { name: 'Contacts: See' }).click();
  await page.getByRole('button', { name: 'Contacts' }).click();
  await page.getByText('By condition').click();
  await page.getByLabel('Field', { exact: true }).selectOption({ label: 'City' });
  await page.getByRole('textbox', { name: 'City' }).fill('Lund');
  await page.getByRole('textbox', { name: 'City' }).blur();
  await expect(page.getByText('Only where City is Lund (Contact).')).toBeVisible();
  await expect(page.getByText(/This role shows 2 of \d+ records/)).toBeVisible();
  await page.getByText('All fields open: restrict some').click();
  await page.getByLabel('Phone: how it shows').selectOption({ label: 'Masked' });
  await expect(page.getByText('138****1234')).toBeVisible();
  await hasNoFault();
  await page.getByRole('button', { name: 'Save role' }).click();
  await expect(page.getByText('“Region Lund” is saved and counts now.')).toBeVisible();
});

test('somebody is invited, chooses a password by the link, and sees just that', async ({ browser }) => {
  await page.goto('/settings/people');
  await page.getByRole('button', { name: 'Add a person' }).click();
  await page.getByLabel('Name').fill('Lena Lund');
  await page.getByLabel('E-mail (to sign in)').fill('lena@example.com');
  await page.getByLabel('Region Lund').check();
  await page.getByRole('button', { name: 'Save' }).click();
  const link = await page.getByLabel('Invitation link').inputValue();
  await hasNoFault();
  const context = await browser.newContext({ baseURL: company.relata.url, locale: 'en-US' });
  const lena = await context.newPage();
  await lena.goto(link);
  await expect(lena.getByRole('heading', { name: /Welcome to .*, Lena Lund/ })).toBeVisible();
  await lena.getByLabel('Password').fill('a password of my own');
  await lena.getByRole('button', { name: 'Begin' }).click();
  await expect(lena.getByRole('navigation').first()).toBeVisible();
  await lena.goto('/r/contact/list');
  await expect(lena.getByText('Own One')).toBeVisible();
  await expect(lena.getByText('+86138****1234').first()).toBeVisible();
  await expect(lena.getByText('Other', { exact: true })).toBeHidden();
  await context.close();
});

test('why names the role and its rule, and sharing opens the record', async () => {
  const { items } = await company.relata.call<{ items: { id: string }[] }>(
    'GET',
    '/api/records/contact?search=Other',
  );
  await page.goto(`/r/contact/${items[0]!.id}`);
  await page.getByRole('button', { name: 'Why can I see this?' }).click();
  const whose = page.getByRole('combobox', { name: 'Whose sight?' });
  await whose.click();
  await whose.fill('Lena');
  await page.getByRole('option', { name: 'Lena Lund' }).click();
  await expect(page.getByText('Lena Lund cannot see this record.')).toBeVisible();
  await expect(page.getByText('City is Lund: here it is Faro')).toBeVisible();
  await hasNoFault();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const holder = page.getByRole('combobox', { name: 'With' });
  await holder.click();
  await holder.fill('Lena');
  await page.getByRole('option', { name: 'Lena Lund' }).click();
  await page.getByRole('button', { name: 'Share', exact: true }).last().click();
  await expect(page.getByText('Shared with Lena Lund.')).toBeVisible();
});

test('who leaves is deactivated, and the work goes to somebody else', async () => {
  await page.goto('/settings/people');
  await page.getByLabel('Find people').fill('Giulia Ferri');
  await page.getByRole('link', { name: /Giulia Ferri/ }).click();
  await page.getByRole('button', { name: 'Deactivate …' }).click();
  const heir = page.getByRole('combobox', { name: /who gets it/ }).first();
  await heir.click();
  await heir.fill('Bram');
  await page.getByRole('option', { name: /Bram Visser/ }).click();
  await page.getByRole('button', { name: 'Deactivate Giulia Ferri' }).click();
  await expect(page.getByText(/Handed over: (\d+) of \1\./)).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Take back and activate' }).click();
  await expect(page.getByText(/Taken back: \d+ records/)).toBeVisible();
});
