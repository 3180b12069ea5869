/**
 * What an administrator makes from nothing, in the browser alone: warranties with their fields, a board and a form, and
 * a role that sees one region.
 */
import { expect, test, type Page } from '@playwright/test';
import { axeFindsNothing } from './support/axe.ts';
import { openCompany, signedIn, type Company } from './support/company.ts';

const administrator = { email: 'admin@relata.example', password: 'relata-demo' };

test.describe.configure({ mode: 'serial' });

let company: Company;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  company = await openCompany();
  page = await signedIn(browser, company, administrator);
});
test.afterAll(async () => {
  await page?.context().close();
  await company?.close();
});

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const panel = () => page.locator('rl-side-panel');
const dialog = () => page.locator('rl-dialog[open]');
const choose = (label: string, option: string) =>
  page.getByLabel(label, { exact: true }).selectOption({ label: option });

async function addField(label: string, type: string, more?: () => Promise<unknown>): Promise<void> {
  await button('Add a field').first().click();
  await panel().getByRole('textbox', { name: 'Label', exact: true }).fill(label);
  await panel().getByLabel('Type').selectOption({ label: type });
  await more?.();
  await panel().getByRole('button', { name: 'Add a field' }).click();
  await expect(panel()).toBeHidden();
}

const options =
  (...words: string[]) =>
  async () => {
    for (const word of words) {
      await panel().getByRole('button', { name: 'Add an option' }).click();
      await page.keyboard.type(word);
    }
  };

test('eight fields of different types, a formula, and a roll-up on the account', async () => {
  await page.goto('/settings/entities');
  await button('New entity').click();
  await page.getByRole('textbox', { name: 'Name of one' }).fill('Warranty');
  await page.getByRole('textbox', { name: 'Name of many' }).fill('Warranties');
  await axeFindsNothing(page);
  await page.getByRole('textbox', { name: 'Name of many' }).press('Enter');
  await addField('Number', 'Auto-number', () => panel().getByLabel('Before the number').fill('W-'));
  await addField('State', 'Choice', options('Active', 'Reminded', 'Escalated'));
  await addField('Region', 'Choice', options('North', 'South'));
  await addField('Account', 'Relation', () =>
    panel().getByLabel('Leads to').selectOption({ label: 'Account' }),
  );
  await addField('Ends', 'Date');
  await addField('Price', 'Money');
  await addField('Covers travel', 'Yes or no');
  await addField('Days left', 'Formula', async () => {
    await panel().getByRole('textbox', { name: 'Formula' }).fill('$days($today(), ends)');
    await panel().getByLabel('Gives').selectOption({ label: 'Whole number' });
    await axeFindsNothing(page);
  });
  await expect(page.getByRole('tab', { name: 'Fields 9' })).toBeVisible();
  await axeFindsNothing(page);
  await page.goto('/settings/entities/account');
  await addField('Warranties', 'Roll-up', () =>
    panel().getByLabel('Over').selectOption({ label: 'Warranties by Account' }),
  );
});

test('a board, and a form that “New” asks with', async () => {
  await page.goto('/settings/screens');
  await axeFindsNothing(page);
  await newScreen('Warranty desk', 'Board', () => choose('In the navigation under', 'Customers'));
  await button('Days left').click();
  await saveScreen();
  await page.goto('/settings/screens');
  await newScreen('Register a warranty', 'Form');
  await button('Section').click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Cover');
  for (const field of ['Ends', 'Price', 'Covers travel']) await button(new RegExp(`^${field}`)).click();
  await axeFindsNothing(page);
  await saveScreen();
  await page.getByRole('link', { name: 'Screens' }).click();
  await page.getByRole('link', { name: 'Warranty desk', exact: true }).click();
  await newWarranty('Pump', 'North', 20);
  await newWarranty('Lift', 'South', 120);
  const lane = page.getByRole('region', { name: 'Active' });
  await expect(lane.getByText('Lift')).toBeVisible();
  await expect(lane.getByText('Days left: 20')).toBeVisible();
  await axeFindsNothing(page);
});

test('a role that sees one region only', async () => {
  await page.goto('/settings/roles');
  await button('New role').click();
  await page.getByLabel('Name').fill('Service North');
  await button('Make the role').click();
  await page.getByRole('checkbox', { name: 'Warranties: See' }).click();
  await page.getByRole('checkbox', { name: 'Warranties: Change' }).click();
  await button('Warranties').click();
  await page.getByText('By condition').click();
  await choose('Field', 'Region');
  await page.getByRole('checkbox', { name: 'North' }).check();
  await expect(page.getByText('This role shows 1 of 2 records')).toBeVisible();
  await axeFindsNothing(page);
  await button('Save role').click();
  await expect(page.getByText('“Service North” is saved and counts now.')).toBeVisible();
});

async function newScreen(name: string, kind: string, more?: () => Promise<unknown>): Promise<void> {
  await button('New screen').click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await choose('Kind', kind);
  await choose('Records of', 'Warranties');
  await more?.();
  await axeFindsNothing(page);
  await button('Create').click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

async function saveScreen(): Promise<void> {
  await button('Save').click();
  await expect(page.getByText('Everybody sees it from now on').last()).toBeVisible();
}

async function newWarranty(name: string, region: string, days: number): Promise<void> {
  await button('New').click();
  await expect(dialog().getByRole('heading', { name: 'Cover' })).toBeVisible();
  await dialog().getByLabel('Name').fill(name);
  await dialog().getByLabel('State').selectOption({ label: 'Active' });
  await dialog().getByLabel('Region').selectOption({ label: region });
  await dialog().getByRole('combobox', { name: 'Account' }).click();
  await dialog().locator('rl-picker').getByRole('option').first().click();
  await dialog()
    .getByLabel('Ends')
    .fill(new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10));
  await dialog().getByLabel('Price').fill('120');
  await button('Create').click();
  await expect(dialog()).toBeHidden();
}
