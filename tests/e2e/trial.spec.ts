/**
 * A flow is tried on records before it is deployed: outcomes, the steps of one record, a test that is kept, and a
 * deployment that the test refuses until it is told to go on.
 */
import { expect, type Page } from '@playwright/test';
import { signedIn, type Company } from './support/company.ts';
import { test } from './support/shared-company.ts';

const administrator = { email: 'admin@relata.example', password: 'relata-demo' };
const flow = '/api/flows/opportunity-follow-up';
// Of this flow: others of the company go on by themselves.
const counted = '/api/instances?flow=opportunity-follow-up&count=exact&limit=1';
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

test('tried on the last month, stepped through, kept as a test, and asked before deploying otherwise', async () => {
  test.setTimeout(120_000);
  const before = await company.relata.call<{ count: number }>('GET', counted);
  // tried
  await page.goto('/flows/opportunity-follow-up');
  await page.getByRole('button', { name: 'Try it' }).click();
  const trial = page.locator('rl-trial');
  await trial.getByRole('button', { name: 'Try it' }).click();
  await expect(trial.getByRole('heading', { name: /^\d+ records, nothing saved$/ })).toBeVisible({
    timeout: 60_000,
  });
  await expect(trial.locator('.rl-token').first()).toBeVisible();
  // one record, token by token
  await trial.locator('tr.record button').first().click();
  const steps = trial.locator('.player');
  await steps.focus();
  await page.keyboard.press('Home');
  await expect(steps).toContainText('1 /');
  await page.keyboard.press('ArrowRight');
  await expect(steps).toContainText('2 /');
  await expect(trial.getByText('Stage', { exact: true })).toBeVisible();
  // kept
  await trial.getByLabel('Name of the test').fill('Follow-up closes the deal');
  await trial.getByRole('button', { name: 'Keep as a test' }).click();
  await trial.getByRole('button', { name: 'All records' }).click();
  await trial.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(trial.getByText('Goes as expected')).toBeVisible();
  const after = await company.relata.call<{ count: number }>('GET', counted);
  expect(after.count).toBe(before.count);
  // drawn otherwise: the deployment is refused in words, and goes through when told to
  await page.getByRole('button', { name: 'Back to drawing' }).click();
  const { xml } = await company.relata.call<{ xml: string }>('GET', `${flow}/versions/1`);
  const other = xml.replaceAll('name="stage" value="outcome"', `name="stage" value="'lost'"`);
  await page.locator('rl-editor-bar input[type=file]').setInputFiles({
    name: 'other.bpmn',
    mimeType: 'application/xml',
    buffer: Buffer.from(other),
  });
  await page.getByRole('button', { name: 'Deploy…' }).click();
  const dialog = page.locator('rl-deploy-dialog');
  await dialog.getByRole('button', { name: 'Deploy', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('Follow-up closes the deal');
  await expect(dialog.getByRole('alert')).toContainText('no longer writes');
  await dialog.getByRole('button', { name: 'Deploy in spite of it' }).click();
  await expect(page.getByText('Version 2', { exact: true }).first()).toBeVisible();
});
