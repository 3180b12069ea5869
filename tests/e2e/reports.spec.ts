/**
 * A report is built by clicks, drawn, saved and shared, put on a dashboard, and followed to its records. A seller who
 * opens the same dashboard sees the figures of own deals only.
 */
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { axeFindsNothing } from './support/axe.ts';
import { signedIn, type Company } from './support/company.ts';
import { test } from './support/shared-company.ts';

const password = 'relata-demo';
let company: Company;
let admin: Page;
let seller: Page;
let all = 0;

test.beforeAll(async ({ browser, company: shared }) => {
  test.setTimeout(180_000);
  company = shared;
  const { relata } = company;
  const person = { name: 'Sam Seller', email: 'sam@example.com', password, roles: ['sales.seller'] };
  const { id: owner } = await relata.call<{ id: string }>('POST', '/api/users', person);
  const deal = (name: string, stage: string) =>
    relata.call('POST', '/api/records/opportunity', {
      name,
      stage,
      owner,
      amount: { amount: 700, currency: 'USD' },
    });
  await Promise.all([
    deal('Lamps for the pier', 'engaging'),
    deal('Rope', 'engaging'),
    deal('Sails', 'lost'),
  ]);
  const count = { measures: [{ function: 'count' }] };
  const { rows } = await relata.call<{ rows: { values: { count: number } }[] }>(
    'POST',
    '/api/records/opportunity/aggregate',
    count,
  );
  all = rows[0]!.values.count;
  admin = await signedIn(browser, company, { email: 'admin@relata.example', password });
  seller = await signedIn(browser, company, { email: 'sam@example.com', password });
});
test.afterAll(async () => {
  await admin?.context().close();
  await seller?.context().close();
});

const total = (page: Page) => page.locator('rl-report-table tfoot td').first();

test('a report is built by clicks, with its figures beside it, and saved for everybody', async () => {
  await admin.goto('/reports');
  await admin.getByRole('link', { name: 'New report' }).click();
  await admin.getByLabel('Choose records').selectOption({ label: 'Opportunities' });
  await expect(total(admin)).toHaveText(String(all));

  await test.step('drawn otherwise, by keyboard', async () => {
    await admin.getByRole('radio', { name: 'Bars' }).press('ArrowLeft');
    await expect(admin.getByRole('radio', { name: 'Table' })).toBeFocused();
    await expect(admin.locator('rl-chart')).toHaveCount(0);
    await admin.getByRole('radio', { name: 'Pie' }).click();
    await expect(admin.getByRole('img', { name: 'New report' })).toBeVisible();
  });

  await test.step('a calculation that is wrong says so, one that is right shows at once', async () => {
    await admin.getByRole('button', { name: 'Calculation' }).click();
    const formula = admin.getByLabel('Formula');
    await formula.fill('amount / count');
    await formula.press('Tab');
    await expect(admin.getByText('There is no measure “amount”')).toBeVisible();
    await formula.fill('sumAmount / count');
    await formula.press('Tab');
    await expect(admin.getByText('There is no measure')).toHaveCount(0);
    await expect(admin.locator('rl-report-table thead th').last()).toHaveText('Calculation');
  });

  await test.step('what adds a group asks for the next one', async () => {
    const add = admin.getByRole('combobox', { name: 'Add a group' });
    await add.selectOption({ label: 'Owner' });
    await expect(admin.getByRole('combobox', { name: 'Group 2' })).toHaveValue('owner');
    await expect(add).toHaveValue('');
    await admin.getByRole('button', { name: 'Remove group' }).last().click();
  });

  await axeFindsNothing(admin);
  await admin.getByRole('button', { name: 'Save', exact: true }).click();
  await admin.getByLabel('Name', { exact: true }).fill('Deals by stage');
  await admin.getByLabel('Everybody').check();
  await admin.locator('rl-save-dialog').getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByRole('heading', { name: 'Deals by stage', level: 1 })).toBeVisible();
});

test('it stands on a dashboard, and leads to its records; a seller sees own figures only', async () => {
  const screen = await company.relata.call<{ id: string }>('POST', '/api/screens', {
    ...{
      kind: 'dashboard',
      entity: 'opportunity',
      label: 'Our board',
      nav: { group: 'sales', icon: 'hash' },
    },
  });
  await admin.goto(`/screens/${screen.id}`);
  await admin.getByRole('button', { name: 'Report', exact: true }).press('Enter');
  await admin.getByLabel('Report', { exact: true }).selectOption({ label: 'Deals by stage' });
  await admin.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(admin.getByText('Everybody sees it from now on')).toBeVisible();

  await admin.goto(`/s/${screen.id}`);
  const slices = (page: Page) => page.locator('rl-report-tile rl-chart table tr');
  await expect(slices(admin)).toHaveCount(4);
  await seller.goto(`/s/${screen.id}`);
  await expect(slices(seller)).toHaveText([/Engaging\s*2/, /Lost\s*1/]);

  await seller.getByRole('link', { name: 'Deals by stage' }).click();
  await expect(total(seller)).toHaveText('3');
  await expect(seller.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0);
  await seller.getByRole('button', { name: '2, Engaging: show the records' }).click();
  const records = seller.locator('rl-report-drill');
  await expect(records.getByText('Lamps for the pier')).toBeVisible();
  await expect(records.getByText('Rope')).toBeVisible();
  await expect(records.getByText('Sails')).toHaveCount(0);
});

test('it is put on a new dashboard from its own page', async () => {
  await admin.goto('/reports');
  await admin.getByRole('link', { name: 'Deals by stage' }).click();
  await admin.locator('rl-report-actions').getByRole('button', { name: 'More actions' }).click();
  await admin.getByRole('menuitem', { name: 'Put on a dashboard' }).click();
  await admin.getByLabel('Dashboard', { exact: true }).selectOption({ label: 'A new one' });
  await admin.getByLabel('Name of the dashboard').fill('For Mondays');
  await admin.getByRole('button', { name: 'Put there' }).click();
  await admin.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(admin.getByRole('heading', { name: 'For Mondays', level: 1 })).toBeVisible();
  await expect(admin.getByRole('link', { name: 'Deals by stage' })).toBeVisible();
});

test('targets are written into a grid by keyboard, and the forecast stands against them', async () => {
  await admin.goto('/s/sales.targets');
  const cell = (who: string, month: string) => admin.getByLabel(`${who}, ${month}`, { exact: true });
  await cell('Sam Seller', 'Jan').fill('12.5k');
  await cell('Sam Seller', 'Jan').press('Enter');
  const own = admin.getByRole('row', { name: /^Sam Seller/ });
  await expect(own).toContainText('$12,500');
  await admin.getByRole('button', { name: 'Sam Seller: the same for the months that are empty' }).click();
  await expect(own).toContainText('$150,000');
  await cell('Sam Seller', 'Feb').fill('much');
  await cell('Sam Seller', 'Feb').press('Enter');
  await expect(admin.getByText('“much” is no amount')).toBeVisible();
  await axeFindsNothing(admin);

  await seller.goto('/s/sales.targets');
  await expect(seller.getByRole('row', { name: /^Sam Seller/ })).toContainText('$150,000');
  await expect(seller.locator('sales-targets input')).toHaveCount(0);
  await seller.goto('/reports/analytics.forecast-by-person');
  // The lost deal and those without a closing date are in no year.
  await expect(seller.locator('rl-report-table tbody')).toContainText('$150,000');
  await expect(seller.locator('rl-report-table tbody tr')).toHaveCount(1);
});

test('a dashboard comes by mail for who subscribes, and it or a tile of it is saved as a picture', async () => {
  await admin.goto('/s/analytics.sales-overview');
  await admin.getByRole('button', { name: 'Get it by mail' }).click();
  await admin.getByRole('button', { name: 'Subscribe' }).click();
  await expect(admin.getByText('It comes by mail from now on.')).toBeVisible();
  await admin.getByRole('button', { name: 'Get it by mail' }).click();
  await admin.getByRole('button', { name: 'Send one now' }).click();
  await expect(admin.getByText('One is on its way')).toBeVisible();
  const download = admin.waitForEvent('download');
  await admin.getByRole('button', { name: 'More actions: Forecast against target' }).click();
  await admin.getByRole('menuitem', { name: /PNG/ }).click();
  expect((await download).suggestedFilename()).toBe('Forecast against target.png');
  const whole = admin.waitForEvent('download');
  await admin.getByRole('button', { name: 'Save as a picture (PNG)' }).click();
  const picture = await whole;
  expect(picture.suggestedFilename()).toMatch(/^Sales at a glance \d{4}-\d{2}-\d{2}\.png$/);
  // Eight bytes of name, then length and kind of the first part, then width and height.
  const bytes = await readFile(await picture.path());
  expect(bytes.readUInt32BE(16)).toBeGreaterThan(1_500);
  expect(bytes.readUInt32BE(20)).toBeGreaterThan(bytes.readUInt32BE(16) / 2);
  const pdf = await admin.pdf({ preferCSSPageSize: true });
  expect(pdf.length).toBeGreaterThan(50_000);
});
