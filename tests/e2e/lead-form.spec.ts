/** A form is composed, put on somebody else's page, and filled in there by a visitor; other pages do not get it. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page } from '@playwright/test';
import { signedIn, type Company } from './support/company.ts';
import { test } from './support/shared-company.ts';

test.describe.configure({ mode: 'serial' });

let company: Company;
let marketer: Page;
/** Two websites of other people. */
let shop: { origin: string; server: Server };
let stranger: { origin: string; server: Server };
let snippet = '';

test.beforeAll(async ({ browser, company: shared }) => {
  test.setTimeout(120_000);
  company = shared;
  [shop, stranger] = await Promise.all([website(), website()]);
  marketer = await signedIn(browser, company, { email: 'admin@relata.example', password: 'relata-demo' });
});
test.afterAll(async () => {
  await marketer?.context().close();
  shop?.server.close();
  stranger?.server.close();
});

test('a marketer composes it and sees it as visitors will', async () => {
  const { id } = await company.relata.call<{ id: string }>('POST', '/api/records/lead-form', {
    name: 'Spring fair',
  });
  await marketer.goto(`/r/lead-form/${id}`);
  const preview = marketer.locator('relata-form');
  await expect(preview.getByLabel('E-mail')).toBeVisible();
  await marketer.getByLabel('Heading (English)', { exact: true }).fill('Meet us at the fair');
  await expect(preview.getByRole('heading', { name: 'Meet us at the fair' })).toBeVisible();
  await marketer.getByLabel('Add a field').selectOption({ label: 'City' });
  await expect(preview.getByLabel('City')).toBeVisible();
  await marketer.getByLabel('Ask for consent to').selectOption({ label: 'News' });
  await expect(preview.getByText('Yes, write to me about: News.')).toBeVisible();
  await expect(marketer.getByText('First, name the pages that may show it.')).toBeVisible();
  await marketer.getByLabel('Address of a website').fill(`${shop.origin}/some/page`);
  await marketer.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(marketer.getByText('First, save the form.')).toBeVisible();
  await marketer.getByRole('button', { name: 'Save the form' }).click();
  await expect(marketer.getByText('The form was saved.')).toBeVisible();
  await marketer.getByRole('button', { name: 'Put it live' }).click();
  await expect(marketer.getByRole('button', { name: 'Put it live' })).toHaveCount(0);
  snippet = (await marketer.locator('pre').textContent()) ?? '';
  expect(snippet).toContain('<relata-form form=');
});

test('a visitor of that website fills it in; the record and the proof of consent are there', async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: 'en-US' });
  const page = await context.newPage();
  await page.goto(shop.origin);
  const form = page.locator('relata-form');
  await expect(form.getByRole('heading', { name: 'Meet us at the fair' })).toBeVisible();
  // The page's own look stays outside, its theme reaches in.
  await expect(form.getByRole('button', { name: 'Send' })).toHaveCSS('background-color', 'rgb(200, 30, 90)');
  await form.getByLabel('Name').fill('Vera Visitor');
  await form.getByLabel('E-mail').fill('vera');
  await form.getByLabel('Yes, write to me about: News.').check();
  // A mistake is said beside its field.
  await page.waitForTimeout(1_600);
  await form.getByRole('button', { name: 'Send' }).click();
  await expect(form.getByText(/not an e-mail address|e-mail address/i).first()).toBeVisible();
  await form.getByLabel('E-mail').fill('vera@visitor.example');
  await form.getByRole('button', { name: 'Send' }).click();
  await expect(form.getByText('Thank you. We will be in touch.')).toBeVisible();
  expect(await context.cookies()).toEqual([]);
  await context.close();
  // then
  await marketer.goto('/r/contact/list?search=Vera');
  await marketer.getByRole('link', { name: 'Vera Visitor' }).first().click();
  await expect(marketer.getByText('vera@visitor.example').first()).toBeVisible();
  const consent = await company.relata.call<{ items: { purpose: string; shown: string; source: string }[] }>(
    'GET',
    '/api/consents?address=vera@visitor.example',
  );
  expect(consent.items.find(({ purpose }) => purpose === 'news')).toMatchObject({
    state: 'asked',
    shown: 'Yes, write to me about: News. I can say no at any time.',
    source: `Spring fair: ${shop.origin}/`,
  });
});

test('a website that was not named shows a sentence instead', async ({ browser }) => {
  const page = await browser.newPage();
  await page.goto(stranger.origin);
  await expect(
    page.getByText(`This form or part may not be shown on ${stranger.origin}`, { exact: false }),
  ).toBeVisible();
  // where the two lines were copied in part, it says that
  await page.locator('relata-form').evaluate((form) => form.setAttribute('form', 'a1b2'));
  await expect(page.getByText('This is not the key of a form.', { exact: false })).toBeVisible();
  await page.context().close();
});

/** A page of somebody else's, with a policy and a look of its own, that holds the two lines. */
async function website(): Promise<{ origin: string; server: Server }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', `script-src ${company.relata.url}`);
    response.end(`<!doctype html><html lang="en"><style>button{background:lime}
      relata-form{--relata-accent:rgb(200,30,90)}</style><body><h1>Our shop</h1>${snippet}</body></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // The cast: it listens on a port.
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
