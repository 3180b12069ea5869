/**
 * What an administrator makes from nothing, in the browser alone: warranties with their fields, a board and a form, a
 * role that sees one region, and a flow that reminds thirty days before one ends and escalates.
 */
import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { axeFindsNothing } from './support/axe.ts';
import { openCompany, signedIn, type Company } from './support/company.ts';
import { asFirstAdministrator } from './support/first-administrator.ts';

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
  await expect(panel()).toHaveCount(0);
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
  await page.getByRole('checkbox', { name: 'Warranties: See', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Warranties: Change', exact: true }).click();
  await button('Warranties').click();
  await page.getByText('By condition').click();
  await choose('Field', 'Region');
  await page.getByRole('checkbox', { name: 'North' }).check();
  await expect(page.getByText('This role shows 1 of 2 records')).toBeVisible();
  await axeFindsNothing(page);
  await button('Save role').click();
  await expect(page.getByText('“Service North” is saved and counts now.')).toBeVisible();
});

test('a flow that reminds thirty days before the end and escalates, tried, deployed, changed, rolled back', async () => {
  test.setTimeout(120_000);
  await page.goto('/flows');
  await button('New flow').click();
  await page.getByRole('button', { name: /Empty flow/ }).click();
  await dialog().getByLabel('Name', { exact: true }).fill('Warranty reminder');
  await dialog().getByLabel('About').selectOption({ label: 'Warranty' });
  await axeFindsNothing(page);
  await button('Create').click();
  await drawReminder();
  await axeFindsNothing(page);
  await test.step('tried', async () => {
    await button('Try it').click();
    await button('Try it').click();
    await expect(page.getByRole('heading', { name: '2 records, nothing saved' })).toBeVisible();
    await expect(page.getByRole('row', { name: /Pump 1 task for people/ })).toBeVisible();
    await button('Lift').click();
    await expect(page.getByText('“Remind the customer” for')).toBeVisible();
    await axeFindsNothing(page);
  });
  await deploy('Reminds and escalates.', 1);
  await deadline().click();
  await flowPanel().getByLabel('How many').fill('5');
  await flowPanel().getByLabel('How many').press('Tab');
  await deploy('Five days.', 2);
  await page.getByRole('link', { name: 'Versions' }).click();
  await expect(page.getByText('5 days').first()).toBeVisible();
  await axeFindsNothing(page);
  await button(/Version 1/).click();
  await button('Bring version 1 back').click();
  await button('Bring it back').click();
  await expect(page.getByText('Version 3 runs from now on; it is as version 1 was.')).toBeVisible();
  // The drawing, which the versions hide, takes the version over without a word.
  await expect(page.getByText('This cannot be read as BPMN')).toHaveCount(0);
});

test('its pack makes all of it again in an empty company', async ({ browser }) => {
  test.setTimeout(120_000);
  await page.goto('/settings/packs');
  await axeFindsNothing(page);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export' }).click();
  const pack = await (await download).path();
  const other = await openCompany({ RELATA_DEMO: '0' });
  try {
    const there = await asFirstAdministrator(browser, other);
    await there.goto('/settings/packs');
    await there.getByLabel('Import …').setInputFiles({
      name: 'warranty.zip',
      mimeType: 'application/zip',
      buffer: await readFile(pack),
    });
    await expect(there.getByText('Service North')).toBeVisible();
    await axeFindsNothing(there);
    await there.getByRole('button', { name: 'Import all', exact: true }).click();
    await there.getByRole('link', { name: 'Warranty desk', exact: true }).click();
    await there.getByRole('button', { name: 'New', exact: true }).click();
    await expect(there.locator('rl-dialog[open]').getByRole('heading', { name: 'Cover' })).toBeVisible();
    await there.goto('/flows/warranty-reminder');
    await expect(there.locator('rl-editor-canvas .djs-label', { hasText: 'Deadline' })).toBeVisible();
    await there.context().close();
  } finally {
    await other.close();
  }
});

const flowPanel = () => page.locator('rl-flow-panel');
const deadline = () =>
  page.locator('rl-editor-canvas g.djs-shape', { hasText: 'Deadline' }).locator('.djs-hit').first();

async function drawReminder(): Promise<void> {
  const say = (name: string, option: string) =>
    flowPanel().getByRole('combobox', { name, exact: true }).selectOption({ label: option });
  await page.locator('g[data-element-id="start"] .djs-hit').first().click();
  await say('Begins', 'When a record changes');
  await button('Add a condition').click();
  await button(/^Field:/).click();
  await page.keyboard.type('state');
  await page.keyboard.press('Enter');
  await say('Value', 'Active');
  await button('Wait for a time').click();
  await say('Kind of time', 'Before or after a date');
  await flowPanel().getByLabel('How many').fill('30');
  await flowPanel().getByLabel('How many').press('Tab');
  await expect(flowPanel().getByText('30 days before Ends')).toBeVisible();
  await button('Ask a person').click();
  await flowPanel().getByLabel('Name', { exact: true }).fill('Remind the customer');
  await say('Who', 'Owner of the record');
  await button('Deadline').click();
  await button('Change a record').click();
  await say('Set a field …', 'State');
  await say('State', 'Escalated');
  await button('Ask a person').click();
  await flowPanel().getByLabel('Name', { exact: true }).fill('Look into it');
  await say('Who', 'Manager of the owner');
  await button('End').click();
  await expect(page.getByText('No problems found while drawing')).toBeVisible();
}

async function deploy(note: string, version: number): Promise<void> {
  await button('Deploy…').click();
  await page.getByLabel('What is new, and why').fill(note);
  await button('Deploy').click();
  await expect(page.getByText(`runs as version ${version} from now on`)).toBeVisible();
}

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
