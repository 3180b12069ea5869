/**
 * A music school: what its administrator meets in an empty company before there is a first record, and how pupils,
 * fees and lessons read once there are some.
 */
import { expect, test, type Page } from '@playwright/test';
import { axeFindsNothing } from './support/axe.ts';
import { builders } from './support/builders.ts';
import { openCompany, type Company } from './support/company.ts';

test.describe.configure({ mode: 'serial' });

let company: Company;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  company = await openCompany({ RELATA_DEMO: '0' });
  const context = await browser.newContext({ baseURL: company.relata.url, locale: 'en-US' });
  page = await context.newPage();
});
test.afterAll(async () => {
  await page?.context().close();
  await company?.close();
});

const { button, box, panel, dialog, options, pick, newEntity, addField } = builders(() => page);
const code = () => /one-time code: (\S+)/.exec(company.relata.output())![1]!;

test('what is wrong with the first sign-in is said at its field', async () => {
  await page.goto('/setup');
  await page.getByLabel('Code from the start').fill('not the code');
  await page.getByLabel('Company').fill('Kantor Music School');
  await page.getByLabel('Name').fill('Clara Reed');
  await page.getByLabel('E-mail').fill('clara@kantor.example');
  await page.getByLabel('Password').fill('short');
  await button('Create administrator').click();
  await expect(page.getByRole('alert')).toHaveText('The password needs 8 characters or more.');
  await expect(page.getByLabel('Password')).toBeFocused();
  await axeFindsNothing(page);
  await page.getByLabel('Password').fill('a long password');
  await button('Create administrator').click();
  await expect(page.getByRole('alert')).toContainText('not the code that the server printed');
  await page.getByLabel('Code from the start').fill(code());
  await button('Create administrator').click();
  await expect(button('Kantor Music School')).toBeVisible();
});

test('a calculation offers only what a formula can read', async () => {
  test.setTimeout(120_000);
  await newEntity('Pupil', 'Pupils');
  await button('Add a field').first().click();
  await expect(panel().getByText('Give it a label first.')).toBeVisible();
  await panel().getByRole('button', { name: 'Close' }).click();
  await addField('Number', 'Auto-number', () => panel().getByLabel('Before the number').fill('P-'));
  await addField('Fee', 'Money');
  await addField('Discount', 'Decimal number', () =>
    panel()
      .getByLabel(/A share/)
      .check(),
  );
  await addField('Less', 'Formula', () => calculation('Fee', 'times', 'Discount'));
  await addField('To pay', 'Formula', async () => {
    await calculation('Fee', 'minus', 'Discount');
    const first = panel().getByRole('combobox', { name: 'First value' });
    await expect(first.getByRole('option')).toHaveText(['Fee', 'Discount', 'Number']);
  });
  await addField('Photo', 'File');
});

test('the page of a record can be arranged before there is a record', async () => {
  await page.goto('/settings/screens');
  await page.getByRole('link', { name: /^Page Pupil/ }).click();
  const shown = page.frameLocator('iframe');
  await expect(shown.getByText('There is no record yet to show this page with')).toBeVisible();
  await axeFindsNothing(page);
});

test('a lesson shows its time of day, and what was never ticked as paid is open', async () => {
  test.setTimeout(120_000);
  await newEntity('Lesson', 'Lessons');
  await addField('Pupil', 'Relation', () => pick('Leads to', 'Pupil'));
  await addField('Starts', 'Date and time');
  await addField('State', 'Choice', () => options('Planned', 'Held'));
  await addField('Price', 'Money');
  await addField('Paid', 'Yes or no');
  await page.goto('/settings/entities/pupil');
  await addField('Open', 'Roll-up', async () => {
    await pick('Over', 'Lessons by Pupil');
    await pick('What', 'Sum');
    await panel().getByRole('combobox', { name: 'Of', exact: true }).selectOption({ label: 'Price' });
    await panel().getByRole('button', { name: 'Filter' }).click();
    const filter = panel().getByRole('dialog', { name: 'Filter' });
    await filter.getByRole('button', { name: 'Paid', exact: true }).click();
    await filter.getByLabel('Value').selectOption({ label: 'No' });
    await filter.getByRole('button', { name: 'Apply' }).click();
  });
  await page.goto('/r/pupil?new=1');
  await expect(dialog().getByText('Choose a file')).toBeVisible();
  await dialog().getByLabel('Name').fill('Mila Novak');
  await button('Create').click();
  await expect(dialog()).toBeHidden();
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await page.goto('/r/lesson/calendar?new=1');
  await dialog().getByLabel('Name').fill('Violin');
  await dialog().getByRole('combobox', { name: 'Pupil' }).click();
  await page.locator('rl-picker').getByRole('option').first().click();
  await dialog().getByLabel('Starts').fill(`${tomorrow}T15:00`);
  await dialog().getByLabel('Price').fill('30');
  await button('Create').click();
  await expect(dialog()).toBeHidden();
  await page.goto(`/r/lesson/calendar?day=${tomorrow}`);
  await expect(page.getByRole('link', { name: '3:00 PM Violin' })).toBeVisible();
  await axeFindsNothing(page);
  await page.getByRole('link', { name: '3:00 PM Violin' }).click();
  await expect(page.getByRole('button', { name: 'Change Starts' })).toContainText('3:00 PM');
  await expect(page.getByRole('button', { name: 'Change Paid' })).toHaveText('No');
  await page.getByRole('link', { name: 'Mila Novak' }).click();
  await expect(page.locator('rl-fact', { hasText: 'Open' })).toContainText('$30');
});

test('a group of its own is moved to the top of the navigation at once', async () => {
  await page.goto('/settings/navigation');
  await button('New group').click();
  await page.keyboard.type('School');
  await page.keyboard.press('Enter');
  await button('More about “Pupils”').click();
  await page.getByRole('menuitem', { name: 'Move to School' }).click();
  await button('More about “School”').click();
  await page.getByRole('menuitem', { name: 'Move to the top' }).click();
  await button('Save').click();
  await expect(page.getByText('The navigation was saved.')).toBeVisible();
  const first = page
    .getByRole('navigation', { name: 'Navigation' })
    .getByRole('heading', { level: 2 })
    .first();
  await expect(first).toHaveText('School');
  await expect(box('Name of the group')).toHaveCount(0);
});

async function calculation(left: string, sign: string, right: string): Promise<void> {
  await pick('What it computes', 'A calculation with two numbers');
  await pick('First value', left);
  await pick('Sign', sign);
  await pick('Second value', right);
}
