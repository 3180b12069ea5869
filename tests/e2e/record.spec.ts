/** The page of a record: where its flow stands, as a picture that is loaded only when it comes in sight. */
import { expect, type Page } from '@playwright/test';
import { signedIn, type Company } from './support/company.ts';
import { test } from './support/shared-company.ts';

const administrator = { email: 'admin@relata.example', password: 'relata-demo' };
/** Files of the viewer; nobody needs them before there is a diagram to see. */
const viewer = /\/assets\/rl-diagram-/;

let company: Company;
let page: Page;
const loaded: string[] = [];

test.beforeAll(async ({ browser, company: shared }) => {
  test.setTimeout(180_000);
  company = shared;
  page = await signedIn(browser, company, administrator);
  page.on('request', (request) => loaded.push(request.url()));
});
test.afterAll(async () => {
  await page?.context().close();
});

test('a page whose texts come late says them all the same', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: company.relata.url, locale: 'en-US' });
  const late = await context.newPage();
  await late.route(/\/assets\/en-/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await route.continue();
  });
  await late.goto('/sign-in');
  await expect(late.getByLabel('E-mail')).toBeVisible();
  await context.close();
});

test('a running flow is shown small with its token, and leads to the whole of it', async () => {
  const { items } = await company.relata.call<{ items: { id: string; subject: { id: string } }[] }>(
    'GET',
    '/api/instances?flow=opportunity-follow-up&state=active&limit=1',
  );
  const [instance] = items;
  await page.goto('/r/account/list');
  await expect(page.getByRole('grid')).toBeVisible();
  expect(loaded.filter((url) => viewer.test(url))).toEqual([]);
  await page.goto(`/r/opportunity/${instance!.subject.id}`);
  const picture = page.locator('rl-small-flow');
  await expect(picture.locator('.rl-token')).toHaveText('1');
  await expect(page.getByText('Next step:')).toBeVisible();
  await picture.click({ position: { x: 20, y: 20 } });
  await expect(page).toHaveURL(new RegExp(`/instances/${instance!.id}`));
});

test('what was deleted waits in the bin of its list, and is put back from there', async () => {
  const { id } = await company.relata.call<{ id: string }>('POST', '/api/records/contact', {
    name: 'Yolanda Ditch',
  });
  await company.relata.call('DELETE', `/api/records/contact/${id}`);
  await page.goto('/r/contact/list?search=ditch');
  await expect(page.getByRole('heading', { name: 'No contacts match' })).toBeVisible();
  await page.locator('rl-entity-actions').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Bin' }).click();
  await page.getByRole('searchbox', { name: 'Search in the bin' }).fill('yolanda');
  await page.getByRole('button', { name: 'Put “Yolanda Ditch” back' }).click();
  await expect(page.getByText('Yolanda Ditch is back')).toBeVisible();
  await expect(page.getByText('Nothing like that is in the bin')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid').getByRole('row').filter({ hasText: 'Yolanda Ditch' })).toHaveCount(1);
});
