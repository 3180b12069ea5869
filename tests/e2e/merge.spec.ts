/** Duplicates become one in the list, by mouse and by keyboard, on a wide screen and on a phone; and back again. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { signedIn, type Company } from './support/company.ts';
import { test } from './support/shared-company.ts';

const administrator = { email: 'admin@relata.example', password: 'relata-demo' };

let company: Company;
let page: Page;
let ids: string[] = [];

test.beforeAll(async ({ browser, company: shared }) => {
  test.setTimeout(180_000);
  company = shared;
  page = await signedIn(browser, company, administrator);
  const create = async (values: Record<string, unknown>): Promise<string> =>
    (await company.relata.call<{ id: string }>('POST', '/api/records/contact', values)).id;
  ids = [
    await create({ name: 'Jo Zweistra', city: 'Oslo' }),
    await create({ name: 'Zweistra Jo', email: 'zweistra@example.com', city: 'Bergen' }),
    await create({ name: 'J. Zweistra', title: 'Buyer' }),
  ];
});
test.afterAll(async () => {
  await page?.context().close();
});

const read = (id: string): Promise<Record<string, unknown>> =>
  company.relata.call('GET', `/api/records/contact/${id}`);
const rows = () => page.getByRole('grid').getByRole('row').filter({ hasText: 'Zweistra' });

async function isAccessible(shown: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page: shown })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
  ).toEqual([]);
}

test('rows selected are merged; a field takes the value that was chosen, and undo brings all back', async () => {
  await page.goto('/r/contact/list?search=zweistra');
  await expect(rows()).toHaveCount(3);
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Merge…' }).click();
  await expect(page.getByRole('heading', { name: 'Merge 3 contacts' })).toBeVisible();
  await isAccessible(page);
  // What only one of them knows is no question.
  await expect(page.getByRole('radiogroup', { name: 'E-mail' })).toBeHidden();
  await page.getByRole('radiogroup', { name: 'City' }).getByText('Oslo').click();
  await page.getByRole('radiogroup', { name: 'City' }).getByRole('radio').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByText('3 records merged into “Jo Zweistra”')).toBeVisible();
  await expect(rows()).toHaveCount(1);
  const merged = await read(ids[0]!);
  expect(merged).toMatchObject({ name: 'Jo Zweistra', email: 'zweistra@example.com', title: 'Buyer' });
  await page.getByRole('button', { name: 'Undo' }).click();
  // The three, and what a journey may have noted about one of them.
  await expect(page.getByText(/[3-5] records are as they were before/)).toBeVisible();
  await expect(rows()).toHaveCount(3);
  expect(await read(ids[0]!)).toMatchObject({ city: 'Oslo', email: null });
});

test('undo of a bulk edit leaves alone what was changed since, and says which', async () => {
  await page.goto('/r/contact/list?search=zweistra');
  await expect(rows()).toHaveCount(3);
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Change a field' }).click();
  await page.getByLabel('Field', { exact: true }).selectOption({ label: 'City' });
  await page.getByLabel('City', { exact: true }).fill('Trondheim');
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await expect(page.getByText('3 records changed')).toBeVisible();
  await company.relata.call('PATCH', `/api/records/contact/${ids[2]}`, { city: 'Bodø' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('1 record was changed since and stays as it is: J. Zweistra')).toBeVisible();
  expect((await read(ids[0]!))['city']).toBe('Oslo');
  expect((await read(ids[2]!))['city']).toBe('Bodø');
});

test('on a phone rows are selected by a long press or by choosing to, and merged the same way', async ({
  browser,
}) => {
  const context = await browser.newContext({
    baseURL: company.relata.url,
    storageState: await page.context().storageState(),
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const phone = await context.newPage();
  await phone.goto('/r/contact/list?search=zweistra');
  await phone.getByRole('button', { name: 'More actions' }).tap();
  await phone.getByRole('menuitem', { name: 'Select records' }).tap();
  await phone.getByRole('row', { name: /Select Jo Zweistra/ }).tap();
  await phone.getByRole('row', { name: /J\. Zweistra/ }).tap();
  await expect(phone.getByText('2 selected')).toBeVisible();
  await isAccessible(phone);
  await phone.getByRole('button', { name: 'Merge…' }).tap();
  await phone.getByRole('radiogroup', { name: 'City' }).getByText('Bodø').tap();
  await phone.getByRole('button', { name: 'Merge', exact: true }).tap();
  await expect(phone.getByText('2 records merged into “Jo Zweistra”')).toBeVisible();
  expect((await read(ids[0]!))['city']).toBe('Bodø');
  await context.close();
});
