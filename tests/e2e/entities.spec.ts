/** From nothing to a type of record with eight fields, a formula, a rule, and a roll-up elsewhere: all in the browser. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { signedIn, type Company } from './support/company.ts';
import { test } from './support/shared-company.ts';

const administrator = { email: 'admin@relata.example', password: 'relata-demo' };

test.describe.configure({ mode: 'serial' });

let company: Company;
let page: Page;

test.beforeAll(async ({ browser, company: shared }) => {
  test.setTimeout(180_000);
  company = shared;
  page = await signedIn(browser, company, administrator);
});
test.afterAll(async () => {
  await page?.context().close();
});

const panel = () => page.locator('rl-side-panel');
const fields = () => page.locator('rl-field-list');

async function isAccessible(): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
  ).toEqual([]);
}

/** Adds a field through the panel; `more` sets what its type needs. */
async function addField(
  label: string,
  type: string,
  more: () => Promise<void> = async () => {},
): Promise<void> {
  await page.getByRole('button', { name: 'Add a field' }).first().click();
  await panel().getByRole('textbox', { name: 'Label', exact: true }).fill(label);
  await panel().getByLabel('Type').selectOption({ label: type });
  await more();
  await panel().getByRole('button', { name: 'Add a field' }).click();
  await expect(panel()).toHaveCount(0);
  await expect(fields().getByRole('button', { name: label, exact: true })).toBeVisible();
}

test('an entity of its own is made, with eight fields, a formula and a rule', async () => {
  test.setTimeout(120_000);
  await page.goto('/settings/entities');
  await page.getByRole('button', { name: 'New entity' }).click();
  await page.getByRole('textbox', { name: 'Name of one' }).fill('Warranty');
  await page.getByRole('textbox', { name: 'Name of many' }).fill('Warranties');
  await page.getByRole('radio', { name: 'shield' }).check();
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(fields().getByRole('button', { name: 'Name', exact: true })).toBeVisible();
  await addField('Number', 'Auto-number', async () => {
    await panel().getByLabel('Before the number').fill('W-');
    await panel().getByLabel('Digits at least').fill('4');
    await expect(panel().getByText('Looks like W-0001')).toBeVisible();
  });
  await addField('State', 'Choice', async () => {
    for (const option of ['Active', 'Expired']) {
      await panel().getByRole('button', { name: 'Add an option' }).click();
      await page.keyboard.type(option);
    }
    await isAccessible();
  });
  await addField('Account', 'Relation', async () => {
    await panel().getByLabel('Leads to').selectOption({ label: 'Account' });
  });
  await addField('Starts', 'Date');
  await addField('Ends', 'Date');
  await addField('Price', 'Decimal number');
  await addField('Response time', 'Duration');
  await addField('Terms', 'Rich text');
  await addField('Days', 'Formula', async () => {
    const formula = panel().getByRole('textbox', { name: 'Formula' });
    await formula.fill('$days(starts, ');
    await expect(panel().getByText('ends too early').first()).toBeVisible();
    await formula.fill('$days(starts, ends)');
    await panel().getByLabel('Gives').selectOption({ label: 'Whole number' });
  });
  await page.getByRole('tab', { name: 'Rules' }).click();
  await page.getByRole('button', { name: 'Add a rule' }).click();
  await expect(panel().getByRole('button', { name: 'Add a condition' })).toBeFocused();
  await panel().getByText('As a formula').click();
  await panel().getByRole('textbox', { name: 'Must be true' }).fill('ends > starts');
  await panel().getByRole('textbox', { name: 'What to say' }).fill('The end must be after the start.');
  await panel().getByRole('button', { name: 'Apply' }).click();
  await expect(panel()).toHaveCount(0);
  await expect(page.getByText('Ends is after Starts')).toBeVisible();
});

test('its records are made in a form, which says what a rule says', async () => {
  await page.goto('/r/warranty/list');
  await page.getByRole('button', { name: 'New' }).first().click();
  const form = page.locator('rl-dialog');
  await form.getByLabel('Name').fill('Laptop, three years');
  await form.getByLabel('State').selectOption({ label: 'Active' });
  await form.getByLabel('Starts').fill('2026-01-01');
  await form.getByLabel('Ends').fill('2025-01-01');
  await form.getByLabel('Response time').fill('1:30');
  await form
    .getByRole('button', { name: /^(Create|Save)/ })
    .first()
    .click();
  await expect(form.getByText('The end must be after the start.')).toBeVisible();
  await form.getByLabel('Ends').fill('2026-01-31');
  // What is being typed counts, though the field was not left.
  await form.getByLabel('Ends').press('Control+Enter');
  await expect(page.getByRole('checkbox', { name: 'Select Laptop, three years' })).toBeVisible();
  const { items } = await company.relata.call<{ items: Record<string, unknown>[] }>(
    'GET',
    '/api/records/warranty',
  );
  // A refused try may have taken a number: what counts them leaves gaps rather than make others wait.
  const number: unknown = expect.stringMatching(/^W-000[12]$/);
  expect(items).toMatchObject([{ number, state: 'active', responseTime: 5400, days: 30 }]);
});

test('a warranty is for many people, who see it from their side', async () => {
  const made = async (name: string) =>
    (await company.relata.call<{ id: string }>('POST', '/api/records/contact', { name })).id;
  const wanda = await made('Wanda Quillfeather');
  await made('Yoshi Quillfeather');
  await page.goto('/settings/entities/warranty');
  await addField('Covered people', 'Relations to many', async () => {
    await panel().getByLabel('Leads to').selectOption({ label: 'Contact' });
    await panel().getByRole('textbox', { name: 'Name on the other side' }).fill('Guarantees');
  });
  // when two are chosen on the record's page, and one of them is taken away again
  await page.goto('/r/warranty/list');
  await page.getByRole('link', { name: 'Laptop, three years' }).click();
  await page.getByRole('button', { name: 'Change Covered people' }).click();
  const picker = page.getByRole('combobox', { name: 'Add Covered people' });
  for (const name of ['Wanda', 'Yoshi']) {
    await picker.fill(`${name} Quill`);
    await page.getByRole('option', { name: `${name} Quillfeather` }).click();
    await expect(page.getByRole('button', { name: `Remove ${name} Quillfeather` })).toBeVisible();
  }
  await isAccessible();
  await page.getByRole('button', { name: 'Remove Yoshi Quillfeather' }).click();
  await picker.press('Enter');
  await page.getByRole('tab', { name: 'Activity' }).click();
  await expect(page.getByText('added Wanda Quillfeather')).toBeVisible();
  await expect(page.getByText('Yoshi Quillfeather')).toBeHidden();
  // then she has it on her page, where it can be taken away, and put back
  await page.getByRole('link', { name: 'Wanda Quillfeather' }).click();
  await page.getByRole('tab', { name: 'Guarantees' }).click();
  await page.getByRole('checkbox', { name: 'Select Laptop, three years' }).check();
  await page.getByRole('button', { name: 'Remove from here' }).click();
  await expect(page.getByRole('link', { name: 'Laptop, three years' })).toBeHidden();
  await page.getByRole('button', { name: 'Add existing' }).click();
  await page.getByRole('combobox', { name: 'Add existing' }).fill('Laptop');
  await page.getByRole('option', { name: 'Laptop, three years' }).click();
  await expect(page.getByRole('link', { name: 'Laptop, three years' })).toBeVisible();
  const filter = encodeURIComponent(JSON.stringify({ coveredPeople: { all: [wanda] } }));
  const { items } = await company.relata.call<{ items: unknown[] }>(
    'GET',
    `/api/records/warranty?filter=${filter}`,
  );
  expect(items).toHaveLength(1);
});

test('the account counts them, and every change is in the history, with a way back', async () => {
  await page.goto('/settings/entities/account');
  await addField('Warranties', 'Roll-up', async () => {
    await panel().getByLabel('Over').selectOption({ label: 'Warranties by Account' });
  });
  await fields().getByRole('button', { name: 'Move Warranties' }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByRole('status').getByText('Moved “Warranties”')).toBeVisible();
  await page.getByRole('tab', { name: 'History' }).click();
  const added = page.getByRole('listitem').filter({ hasText: 'Added “Warranties”' });
  await expect(added).toBeVisible();
  await isAccessible();
  await added.getByRole('button', { name: 'Undo' }).click();
  const dialog = page.locator('rl-dialog');
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(added.getByText('Undone')).toBeVisible();
});

test('what uses a field is told before it goes, and a removed field comes back', async () => {
  await page.goto('/settings/entities/warranty');
  await fields().getByRole('button', { name: 'More actions: Response time' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  const dialog = page.locator('rl-dialog');
  await expect(dialog.getByText('1 records hold a value')).toBeVisible();
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('heading', { name: 'Removed fields' })).toBeVisible();
  await page.getByRole('button', { name: 'Restore' }).click();
  await expect(fields().getByRole('button', { name: 'Response time', exact: true })).toBeVisible();
  await fields().getByRole('button', { name: 'More actions: Starts' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(dialog.getByText(/uses|starts/i).first()).toBeVisible();
});
