/**
 * A company that nobody prepared anything for: a school lends tablets and cameras. Its administrator makes all of it in
 * the browser, from an empty company, in words and without a formula, with the mistakes that people make on the way.
 */
import { expect, test, type Page } from '@playwright/test';
import { axeFindsNothing } from './support/axe.ts';
import { builders } from './support/builders.ts';
import { openCompany, type Company } from './support/company.ts';
import { smtpSink, type SmtpSink } from '../support/smtp-sink.ts';

test.describe.configure({ mode: 'serial' });

let company: Company;
let sink: SmtpSink;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  sink = await smtpSink();
  company = await openCompany({ RELATA_DEMO: '0', SMTP_URL: sink.url });
  const context = await browser.newContext({ baseURL: company.relata.url, locale: 'en-US' });
  page = await context.newPage();
});
test.afterAll(async () => {
  await page?.context().close();
  await company?.close();
  await sink?.close();
});

const make = builders(() => page);
const { button, box, panel, dialog, flowPanel, choose, say, pick } = make;
const { addField, options, addCondition, useField, apply, askPerson } = make;
const { newEntity, newScreen, saveScreen, newRecord, deploy, invite } = make;

test('the company begins empty', async () => {
  await page.goto('/setup');
  await page
    .getByLabel('Code from the start')
    .fill(/one-time code: (\S+)/.exec(company.relata.output())![1]!);
  await page.getByLabel('Name').fill('Ines Head');
  await page.getByLabel('E-mail').fill('ines@school.example');
  await page.getByLabel('Password').fill('a long password');
  await button('Create administrator').click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
});

test('borrowers, devices and loans, with what is left to return them in words', async () => {
  test.setTimeout(240_000);
  await newEntity('Borrower', 'Borrowers');
  await addField('Kind', 'Choice', async () => {
    await options('Pupil', 'Staff');
    await panel().getByRole('button', { name: 'Translate: Options' }).click();
    await box('Option 1 in Chinese').fill('学生');
    await box('Option 2 in Chinese').fill('教职工');
    await button('Colour of Staff').click();
    await page.getByRole('menuitemradio', { name: 'Violet' }).click();
  });
  await addField('E-mail', 'E-mail');
  await newEntity('Device', 'Devices');
  await addField('Serial number', 'Text', () => panel().getByLabel('Unique').check());
  await addField('Price', 'Money');
  await newEntity('Loan', 'Loans');
  for (const target of ['Device', 'Borrower'])
    await addField(target, 'Relation', () => pick('Leads to', target));
  await addField('State', 'Choice', () => options('Lent', 'Overdue', 'Returned'));
  await addField('Building', 'Choice', () => options('Main', 'Annex'));
  await addField('Lent on', 'Date', () => pick('Default', 'Days from today'));
  await addField('Due', 'Date', async () => {
    await pick('Default', 'Days from today');
    await panel().getByLabel('How many days after today').fill('14');
  });
  await addField('Days left', 'Formula', async () => {
    await page.locator('rl-expression-editor .cm-content').fill('$days($today(), dew)');
    await expect(panel().getByText('dew').last()).toBeVisible();
    await expect(panel().getByRole('button', { name: 'Add a field' })).toBeDisabled();
    await pick('What it computes', 'Days between two dates');
    await panel().getByLabel('Second value').selectOption({ label: 'Due' });
    await axeFindsNothing(page);
  });
  await page.goto('/settings/entities/borrower');
  await addField('Open loans', 'Roll-up', async () => {
    await pick('Over', 'Loans by Borrower');
    await panel().getByRole('button', { name: 'Filter' }).click();
    await panel().getByRole('dialog').getByRole('button', { name: 'State', exact: true }).click();
    for (const state of ['Lent', 'Overdue']) await page.getByRole('checkbox', { name: state }).check();
    await panel().getByRole('dialog').getByRole('button', { name: 'Apply' }).click();
  });
});

test('rules in words; a name that is taken and a field in use are told', async () => {
  await page.goto('/settings/entities/loan');
  await page.getByRole('tab', { name: 'Rules' }).click();
  await button('Add a rule').click();
  await addCondition(panel(), 'due');
  await panel().getByLabel('Comparison').selectOption({ label: 'is on or after' });
  await panel().getByLabel('Compared with').selectOption({ label: 'Lent on' });
  await box('What to say when it is not').fill('It cannot be due before it is lent.');
  await axeFindsNothing(page);
  await apply();
  await button('Add a unique rule').click();
  for (const field of ['Device', 'Lent on']) await panel().getByLabel(field).check();
  await apply();
  await expect(page.getByText('No two records have the same Device, Lent on')).toBeVisible();
  await page.goto('/settings/entities');
  await expect(page.locator('rl-entity-list a').first()).toContainText('Made here');
  await button('New entity').click();
  await box('Name of one').fill('loan');
  await expect(dialog().getByText('There is an entity called “loan” already.')).toBeVisible();
  await button('Cancel').click();
  await page.goto('/settings/entities/loan');
  await button('More actions: Due').click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(dialog().getByText('“Days left” reads “due”')).toBeVisible();
  await expect(dialog().getByRole('button', { name: 'Remove' })).toBeDisabled();
  await axeFindsNothing(page);
});

test('a board of loans, a calendar of what is due, a form; and loans that follow the rules', async () => {
  test.setTimeout(180_000);
  await newScreen('Lending desk', 'Board');
  for (const field of ['Borrower', 'Days left']) await button(field).click();
  await saveScreen();
  await newScreen('Due dates', 'Calendar');
  await choose('On the day of', 'Due');
  await saveScreen();
  await page.goto('/r/borrower');
  await newRecord({ Name: 'Mia Chen', 'E-mail': 'mia@school.example' });
  await page.goto('/r/device');
  await newRecord({ Name: 'Tablet 7', 'Serial number': 'T-0007' });
  await page.getByRole('link', { name: 'Lending desk', exact: true }).click();
  await fillLoan('Tablet 7', 'Main');
  const due = await dialog().getByLabel('Due').inputValue();
  await dialog().getByLabel('Due').fill('2020-01-01');
  await button('Create').click();
  await expect(dialog().getByText('It cannot be due before it is lent.')).toBeVisible();
  await dialog().getByLabel('Due').fill(due);
  await button('Create').click();
  await expect(page.getByRole('region', { name: 'Lent' }).getByText('Days left: 14')).toBeVisible();
  await axeFindsNothing(page);
  await page.goto('/r/borrower');
  await expect(page.getByRole('row', { name: /Mia Chen/ })).toContainText('1');
});

test('a role that sees its own building', async () => {
  await page.goto('/settings/roles');
  await button('New role').click();
  await page.getByLabel('Name').fill('Desk Annex');
  await button('Make the role').click();
  await page.getByRole('checkbox', { name: 'Loans: See', exact: true }).click();
  await button('Loans').click();
  await page.getByText('By condition').click();
  await choose('Field', 'Building');
  await page.getByRole('checkbox', { name: 'Annex' }).check();
  await expect(page.getByText('This role shows 0 of 1 records')).toBeVisible();
  await button('Save role').click();
  await expect(page.getByText('“Desk Annex” is saved and counts now.')).toBeVisible();
  await axeFindsNothing(page);
});

test('who has the role signs in and sees no loan of the main building', async ({ browser }) => {
  const link = await invite({ name: 'Otto Annex', email: 'otto@school.example', role: 'Desk Annex' });
  const context = await browser.newContext({ baseURL: company.relata.url, locale: 'en-US' });
  const otto = await context.newPage();
  await otto.goto(link);
  await otto.getByLabel('Password').fill('a password of my own');
  await otto.getByRole('button', { name: 'Begin' }).click();
  await expect(otto.getByRole('navigation').first()).toBeVisible();
  await otto.goto('/r/loan/list');
  await expect(otto.getByRole('heading', { name: 'Loans' }).first()).toBeVisible();
  await expect(otto.getByText('Tablet 7 for Mia')).toBeHidden();
  await context.close();
});

test('a flow that reminds by mail, asks for it back, and tells the head', async () => {
  test.setTimeout(240_000);
  await page.goto('/flows');
  await button('New flow').click();
  await page.getByRole('button', { name: /Empty flow/ }).click();
  await dialog().getByLabel('Name', { exact: true }).fill('Loan reminder');
  await dialog().getByLabel('About').selectOption({ label: 'Loan' });
  await button('Create').click();
  await drawReminder();
  await axeFindsNothing(page);
  await button('Try it').click();
  await button('Try it').last().click();
  await expect(page.getByText('text: Dear Mia Chen, please bring it back.')).toBeVisible();
  await button('Keep as a test').click();
  await axeFindsNothing(page);
  await deploy('Reminds and escalates.', 1);
});

test('the flow is changed, and rolled back', async () => {
  await page.locator('g.djs-shape', { hasText: 'Deadline' }).locator('.djs-hit').first().click();
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
});

test('a loan that is made now is reminded of by mail; kept too long, it is overdue and somebody is asked', async () => {
  await page.goto('/r/device');
  await newRecord({ Name: 'Camera 2', 'Serial number': 'C-0002' });
  await page.goto('/r/loan/list');
  await fillLoan('Camera 2', 'Annex');
  await button('Create').click();
  await expect(dialog()).toBeHidden();
  await company.relata.call('POST', '/api/clock', { advance: 'P13D' });
  await expect.poll(() => sink.received.flatMap(({ to }) => to)).toContain('mia@school.example');
  expect(sink.received.at(-1)!.mail.text).toContain('Dear Mia Chen, please bring it back.');
  await page.goto('/inbox');
  await expect(page.getByText('Take it back').first()).toBeVisible();
  await company.relata.call('POST', '/api/clock', { advance: 'P6D' });
  await page.goto('/inbox');
  await expect(page.getByText('Ask the family').first()).toBeVisible();
  await page.goto('/r/loan/list');
  await expect(page.getByRole('row', { name: /Camera 2 for Mia/ })).toContainText('Overdue');
});

test('a report of loans by state, drawn, and on a dashboard', async () => {
  await page.goto('/reports');
  await page.getByRole('link', { name: 'New report' }).click();
  await page.getByLabel('Choose records').selectOption({ label: 'Loans' });
  await expect(button('1, Lent: show the records')).toBeVisible();
  await axeFindsNothing(page);
  await button('Save').click();
  await page.getByLabel('Name', { exact: true }).fill('Loans by state');
  await page.getByLabel('Everybody').check();
  await page.locator('rl-save-dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Loans by state', level: 1 })).toBeVisible();
  await newScreen('Lending at a glance', 'Dashboard');
  await button('Report').click();
  await page.getByLabel('Report', { exact: true }).selectOption({ label: 'Loans by state' });
  await saveScreen();
  await page.getByRole('link', { name: 'Screens' }).click();
  await page.getByRole('link', { name: 'Lending at a glance', exact: true }).first().click();
  await expect(page.locator('rl-report-tile')).toBeVisible();
  await axeFindsNothing(page);
});

async function fillLoan(device: string, building: string): Promise<void> {
  await button('New').first().click();
  await dialog().getByLabel('Name').fill(`${device} for Mia`);
  for (const [relation, title] of [
    ['Device', device],
    ['Borrower', 'Mia Chen'],
  ] as const) {
    await dialog().getByRole('combobox', { name: relation }).click();
    await dialog().locator('rl-picker').getByRole('option', { name: title }).click();
  }
  await dialog().getByLabel('State').selectOption({ label: 'Lent' });
  await dialog().getByLabel('Building').selectOption({ label: building });
}

async function drawReminder(): Promise<void> {
  await page.locator('g[data-element-id="start"] .djs-hit').first().click();
  await say('Begins', 'When a record changes');
  await addCondition(flowPanel(), 'state');
  await say('Value', 'Lent');
  await button('Wait for a time').click();
  await say('Kind of time', 'Before or after a date');
  await flowPanel().getByLabel('How many').fill('2');
  await flowPanel().getByLabel('How many').press('Tab');
  await say('Which date', 'Due');
  await expect(flowPanel().getByText('2 days before Due')).toBeVisible();
  await button('Send e-mail').click();
  const input = (name: string) => flowPanel().getByRole('group', { name, exact: true });
  await useField(input('To *'), 'e-mail');
  await input('Subject *').getByRole('textbox').fill('Please bring it back');
  const text = input('Text *').getByRole('textbox');
  await text.fill('Dear , please bring it back.');
  // Behind “Dear ”.
  await text.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(5, 5));
  await useField(input('Text *'), 'borrower name');
  await expect(text).toHaveValue('Dear {Loan › Borrower › Name}, please bring it back.');
  await askPerson('Take it back', 'Owner of the record');
  await button('Deadline').click();
  await button('Change a record').click();
  await say('Set a field …', 'State');
  await say('State', 'Overdue');
  await askPerson('Ask the family', 'Owner of the record');
  await button('Either / or').click();
  await askPerson('Tell the head', 'Manager of the owner');
  await button('End').click();
  await page.locator('g.djs-shape[data-element-id*="ateway"] .djs-hit').first().click();
  await button('End').click();
  await button('1 remark').click();
  await button(/^The way to the end after “Ask the family” does not say when it is taken/).click();
  await addCondition(flowPanel(), 'state');
  await say('Value', 'Returned');
  await expect(page.getByText('No problems found while drawing')).toBeVisible();
}
