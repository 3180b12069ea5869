/**
 * An administrator who never saw BPMN: begins with a complete flow, changes it by keyboard, deploys it, looks at what
 * changed, brings the first version back, and meets a colleague at the same flow.
 */
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Browser, type Page } from '@playwright/test';
import { signedIn, type Company } from './support/company.ts';
import { test } from './support/shared-company.ts';

const administrator = { email: 'admin@relata.example', password: 'relata-demo' };
const colleague = { name: 'Mira Colleague', email: 'mira@example.com', password: 'another long password' };
const flow = '/flows/quiet-deal';

test.describe.configure({ mode: 'serial' });

let company: Company;
let page: Page;
let other: Page;

test.beforeAll(async ({ browser, company: shared }) => {
  test.setTimeout(180_000);
  company = shared;
  await company.relata.call('POST', '/api/users', { ...colleague, roles: ['administrator'] });
  page = await signedIn(browser, company, administrator);
  other = await secondPerson(browser);
});
test.afterAll(async () => {
  await page?.context().close();
  await other?.context().close();
});

const secondPerson = (browser: Browser): Promise<Page> => signedIn(browser, company, colleague);
const canvas = (on: Page) => on.locator('rl-editor-canvas .djs-container svg').first();
const heard = (on: Page) => on.locator('rl-editor-canvas p[aria-live]');

async function deploy(on: Page, note: string): Promise<void> {
  await on.getByRole('button', { name: 'Deploy…' }).click();
  await on.getByLabel('What is new, and why').fill(note);
  await on.getByRole('button', { name: 'Deploy', exact: true }).click();
}

async function axeFindsNothing(on: Page, place: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page: on })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
  expect.soft(found, place).toEqual([]);
}

test('a new flow begins as a complete one, and deploys as it is', async () => {
  await page.goto('/flows');
  await page.getByRole('button', { name: 'New flow' }).click();
  await expect(page.getByRole('button', { name: /Remind of quiet deals/ })).toBeVisible();
  await axeFindsNothing(page, 'gallery');
  await page.getByRole('button', { name: /Remind of quiet deals/ }).click();
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page.getByText('No problems found while drawing')).toBeVisible();
  await deploy(page, 'Our first flow.');
  await expect(page.getByText('runs as version 1 from now on')).toBeVisible();
});

test('by keyboard alone: walk, hear, add, name, undo', async () => {
  const broken: string[] = [];
  page.on('pageerror', ({ message }) => broken.push(message));
  await page.goto(flow);
  // Keys count once the drawing is there.
  await expect(async () => {
    await canvas(page).focus();
    await page.keyboard.press('Home');
    await expect(heard(page)).toContainText('“Enters engaging”', { timeout: 1_000 });
  }).toPass();
  for (const _ of [1, 2, 3]) await page.keyboard.press('ArrowRight');
  await expect(heard(page)).toContainText('“How does it stand?”, Work for a person.');
  // Found by another word for it; taken back, the keyboard is where it was, and a key of a tool breaks nothing.
  await page.keyboard.press('a');
  await expect(page.locator('.djs-popup input')).toBeFocused();
  // Pasted: no key comes up.
  await page.keyboard.insertText('branch');
  await expect(page.locator('.djs-popup .entry')).toHaveText(['Either / or', 'At the same time']);
  await page.keyboard.press('Enter');
  await expect(heard(page)).toContainText('Either / or');
  await page.keyboard.press('Control+z');
  await expect(heard(page)).toContainText('“How does it stand?”, Work for a person.');
  await page.keyboard.press('l');
  await page.keyboard.press('Escape');
  expect(broken).toEqual([]);
  await page.keyboard.press('a');
  await page.keyboard.type('follow-up');
  await page.keyboard.press('Enter');
  await expect(heard(page)).toContainText('“Follow-up task”');
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Write to the customer');
  await page.keyboard.press('Enter');
  await canvas(page).focus();
  await expect(heard(page)).toContainText('Comes from How does it stand?');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Home');
  await expect(heard(page)).toContainText('“Enters engaging”');
  await axeFindsNothing(page, 'designer');
});

test('what is drawn survives a closed tab, and is found in another browser', async ({ browser }) => {
  await expect(page.getByRole('status').filter({ hasText: 'saved' })).toBeVisible();
  const again = await signedIn(browser, company, administrator);
  await again.goto(flow);
  await expect(again.getByText(/Your draft, saved .* was found again/)).toBeVisible();
  await expect(again.locator('.djs-shape .djs-label', { hasText: 'customer' })).toBeVisible();
  await again.context().close();
});

test('it is tidied up, and back, in one step', async () => {
  await page.getByRole('button', { name: 'Tidy up' }).click();
  await expect(page.getByText('The drawing was tidied up.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
});

test('two at one flow are told of each other, and neither loses work', async () => {
  // given the colleague opens it, too, and renames another step
  await other.goto(flow);
  await expect(other.getByText(/is changing this flow, too/)).toBeVisible();
  await expect(page.getByText(/Mira Colleague has this flow open/)).toBeVisible();
  await other.locator('g[data-element-id="assist"] .djs-hit').first().click();
  await other.getByLabel('Name', { exact: true }).fill('Look into a quiet deal');
  await other.getByLabel('Name', { exact: true }).blur();
  await deploy(other, 'Clearer words.');
  await expect(other.getByText('runs as version 2 from now on')).toBeVisible();
  // when the first one is told, and puts both together
  await expect(page.getByText(/Mira Colleague deployed version 2 meanwhile/)).toBeVisible();
  await page.getByRole('button', { name: 'See both and put them together' }).click();
  await expect(page.getByText('both fit together without a question')).toBeVisible();
  await page.getByRole('button', { name: 'Put together', exact: true }).click();
  await expect(page.locator('.djs-label', { hasText: 'Look into' })).toBeVisible();
  await expect(page.locator('.djs-label', { hasText: 'customer' })).toBeVisible();
  await deploy(page, 'A letter to the customer.');
  await expect(page.getByText('runs as version 3 from now on')).toBeVisible();
});

test('the history says who changed what and why, and an older version comes back', async () => {
  await page.goto(`${flow}?view=versions`);
  await expect(page.getByText('A letter to the customer.')).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'What is different' })).toContainText('added');
  await axeFindsNothing(page, 'versions');
  await page.getByRole('button', { name: /Version 1/ }).click();
  await page.getByRole('button', { name: 'Bring version 1 back' }).click();
  await expect(page.getByLabel('What is new, and why')).toHaveValue('Back to version 1.');
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(page.getByText('Version 4 runs from now on; it is as version 1 was.')).toBeVisible();
});

test('the monitor draws where the demo’s flow stands', async () => {
  await page.goto('/flows/opportunity-follow-up?view=monitor');
  const follow = page.getByRole('row', { name: /Follow up with the customer/ });
  await expect(follow).toContainText('12');
  await expect(page.locator('.djs-shape.rl-heat-5').first()).toBeVisible();
  await axeFindsNothing(page, 'monitor');
});

test('a file of another tool goes on in our words, and takes the place of nothing unasked', async () => {
  const upload = async (): Promise<void> => {
    await page.goto('/flows');
    const file = join(import.meta.dirname, '../flows/wild/camunda-7.bpmn');
    await page.locator('rl-flow-list input[type=file]').setInputFiles(file);
  };
  const dialog = page.locator('rl-upload-dialog');
  await upload();
  await expect(dialog.getByText(/settings and expressions were put into ours/)).toBeVisible();
  await expect(dialog.getByText('camunda:taskListener')).toBeVisible();
  await axeFindsNothing(page, 'upload');
  await dialog.getByRole('button', { name: 'Open' }).click();
  await expect(page).toHaveURL(/\/flows\/order-7$/);
  // Its conditions are read; only what is not here is missing.
  await expect(page.getByText(/1 problem stops deployment/)).toBeVisible();
  await upload();
  await dialog.getByLabel('Another flow').check();
  await dialog.getByLabel('Its name').fill('Order from afar');
  await dialog.getByRole('button', { name: 'Open' }).click();
  await expect(page).toHaveURL(/\/flows\/order-from-afar$/);
  await page.goto('/flows');
  await expect(page.getByRole('link', { name: 'Order', exact: true })).toBeVisible();
  await page
    .locator('rl-flow-list input[type=file]')
    .setInputFiles({ name: 'half.bpmn', mimeType: 'application/xml', buffer: Buffer.from('<bpmn:defin') });
  await expect(page.getByText(/not well-formed XML near line 1/)).toBeVisible();
});

test('experts have all of BPMN, and keep it', async () => {
  await other.goto('/flows/opportunity-follow-up');
  await other.getByRole('switch', { name: 'All of BPMN' }).check();
  await expect(other.getByRole('button', { name: 'Complex gateway' })).toBeVisible();
  await other.reload();
  await expect(other.getByRole('switch', { name: 'All of BPMN' })).toBeChecked();
});
