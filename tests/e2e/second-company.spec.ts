/**
 * Another company, with other columns, another alphabet of bytes, a third party's plugin and an entity made by API:
 * the same wizard, lists, boards, rules and flows, with no line of the core or the web app written for it.
 */
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { openCompany, signedIn, type Company } from './support/company.ts';
import { asFirstAdministrator } from './support/first-administrator.ts';
import { makeGuidePlugin } from './support/guide-plugin.ts';
import { importFile } from './support/import-file.ts';

test.describe.configure({ mode: 'serial' });

let company: Company;
let page: Page;
/** The folder of a plugin that lies elsewhere. */
let outside: string;
const call = <T>(method: string, path: string, body?: unknown): Promise<T> =>
  company.relata.call<T>(method, path, body);
const csv = (name: string, text: string): { name: string; mimeType: string; buffer: Buffer } => ({
  name,
  mimeType: 'text/csv',
  // Windows-1252, as a spreadsheet in this part of the world saves it.
  buffer: Buffer.from(text, 'latin1'),
});

const inNavigation = (name: string) =>
  page.getByRole('navigation', { name: 'Navigation' }).getByRole('link', { name, exact: true });

test.beforeAll(async ({ browser }) => {
  outside = await makeGuidePlugin();
  company = await openCompany({ RELATA_DEMO: '0', RELATA_PLUGINS: `tests/support/velo,${outside}` });
  page = await asFirstAdministrator(browser, company);
});
test.afterAll(async () => {
  await page?.context().close();
  await company?.close();
  await rm(outside, { recursive: true, force: true });
});

test('customers, mechanics and bicycles come in from files with other columns', async () => {
  await importFile(page, {
    target: 'account',
    file: csv('kunden.csv', 'Firma;Ort;Mitarbeiter\nZürich Rad AG;Zürich;12\nKönig & Söhne;Köln;3\n'),
    columns: { Firma: 'Name *', Ort: 'Office', Mitarbeiter: 'Employees' },
  });
  await importFile(page, {
    target: 'user',
    file: csv('team.csv', 'Wer\nJürg Meier\nAda Roth\n'),
    columns: { Wer: 'Name *' },
    onColumns: async (wizard) => {
      await wizard.getByLabel('People in the list').selectOption({ label: 'Mechanic' });
    },
  });
  await importFile(page, {
    target: 'velo.bicycle',
    file: csv(
      'raeder.csv',
      'Rahmen;Kunde;Zustand;Anzahlung;Mechaniker\nR-1;Zürich Rad AG;in Arbeit;1.200,50;Jürg Meier\n' +
        'R-2;König & Söhne;in Arbeit;80;Ada Roth\nR-3;Zürich Rad AG;Ready;0;Ada Roth\n',
    ),
    columns: {
      Rahmen: 'Frame number *',
      Kunde: 'Customer',
      Zustand: 'Status',
      Anzahlung: 'Deposit',
      Mechaniker: 'Owner',
    },
    onValues: async (wizard) => {
      await wizard.getByRole('combobox', { name: 'What in Arbeit means' }).fill('In repair');
      await wizard.getByRole('option', { name: 'In repair' }).click();
    },
    onCheck: async (wizard) => {
      await expect(wizard.getByText('“Bicycle repair” would start 2 times.')).toBeVisible();
      await wizard.getByLabel('Start flows for the imported records').check();
    },
  });
});

test('the plugin’s board and list show them', async () => {
  await inNavigation('Bicycles').click();
  const lane = page.getByRole('region', { name: 'In repair' });
  await expect(lane.getByText('R-1')).toBeVisible();
  await expect(lane.getByText('$1,281')).toBeVisible();
  await page.goto('/r/velo.bicycle/list');
  await expect(page.getByText('3 bicycles')).toBeVisible();
  await expect(page.getByText('König & Söhne')).toBeVisible();
});

test('a rule of a screen decides in the browser what a record’s page shows', async () => {
  for (const [serial, hasDeposit] of [
    ['R-1', true],
    ['R-3', false],
  ] as const) {
    await page.goto('/r/velo.bicycle/list');
    await page.getByRole('link', { name: serial }).click();
    const facts = page.getByRole('complementary', { name: 'Facts' });
    await expect(facts.getByText('Customer')).toBeVisible();
    await expect(facts.getByText('Deposit')).toBeVisible({ visible: hasDeposit });
  }
});

test('a mechanic sees own bicycles, and the repair moves one on', async ({ browser }) => {
  const person = { email: 'juerg@example.com', password: 'a long password' };
  const { items } = await call<{ items: { id: string }[] }>('GET', '/api/users?search=Meier');
  await call('PATCH', `/api/users/${items[0]!.id}`, person);
  const view = await signedIn(browser, company, person);
  await view.goto('/r/velo.bicycle/list');
  await expect(view.getByText('1 bicycle', { exact: true })).toBeVisible();
  await view.goto('/inbox');
  await view.getByLabel('Hours worked').fill('2');
  await view.getByRole('button', { name: 'Complete' }).click();
  await view.goto('/r/velo.bicycle/board');
  await expect(view.getByRole('region', { name: 'Ready' }).getByText('R-1')).toBeVisible();
  await view.context().close();
});

test('an entity made by API has a list, a form, an import and a flow', async () => {
  await call('POST', '/api/entities', {
    id: 'warranty',
    title: 'number',
    label: { one: { en: 'Warranty', 'zh-CN': '保修' }, many: { en: 'Warranties', 'zh-CN': '保修' } },
    owner: true,
    fields: {
      number: { type: 'text', required: true, label: { en: 'Number' } },
      bicycle: { type: 'relation', entity: 'velo.bicycle', label: { en: 'Bicycle' } },
      state: {
        type: 'select',
        label: { en: 'State' },
        options: [
          { value: 'open', label: { en: 'Open' } },
          { value: 'closed', label: { en: 'Closed' } },
        ],
      },
    },
  });
  await call('POST', '/api/flows', { xml: warrantyFlow });
  await importFile(page, {
    target: 'warranty',
    file: csv('garantie.csv', 'Nr;Rad\nW-1;R-1\nW-2;R-3\n'),
    columns: { Nr: 'Number *', Rad: 'Bicycle' },
  });
  await inNavigation('Warranties').click();
  await expect(page.getByText('2 warranties')).toBeVisible();
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByLabel('Number').fill('W-3');
  await page.getByLabel('State').selectOption({ label: 'Open' });
  await page.getByRole('button', { name: 'Create' }).click();
  await expect
    .poll(async () =>
      (await call<{ items: { element: string }[] }>('GET', '/api/work-items')).items.map(
        (item) => item.element,
      ),
    )
    .toContain('check-warranty');
});

test('the plugin of the guide brings an element to a screen, and a widget to the page that a shop names', async ({
  browser,
}) => {
  let html = '';
  const site = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end(html),
  );
  await new Promise<void>((listening) => site.listen(0, '127.0.0.1', listening));
  const home = `http://127.0.0.1:${(site.address() as AddressInfo).port}`; // it listens on a port
  const shop = { name: 'Seefeld', bicycles: 10, rented: 6, isShown: true, page: `${home}/about` };
  const { id } = await call<{ id: string }>('POST', '/api/records/rental.shop', shop);
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await inNavigation('Shops').click();
  await page.getByRole('link', { name: 'Seefeld' }).click();
  await expect(page.getByText('4 of 10 free')).toBeVisible();
  await page.getByRole('button', { name: 'Rent one out' }).click();
  await expect(page.getByText('3 of 10 free')).toBeVisible();
  expect(said.filter((text) => /Lit|Content Security/i.test(text))).toEqual([]);

  const { elements } = await call<{ elements: Record<string, string> }>('GET', '/api/meta');
  const element = `${company.relata.url}${elements['rental-gauge']}`;
  expect((await fetch(element)).status).toBe(401);
  const kept = await page.request.get(element);
  expect([kept.status(), kept.headers()['cache-control']]).toEqual([
    200,
    'private, max-age=31536000, immutable',
  ]);
  const above = element.replace('rental-gauge.js', '..%2f..%2fplugin.js');
  expect((await page.request.get(above)).status()).toBe(404);

  html = `<script type="module" src="${company.relata.url}/widgets/rental/rental-free.js"></script><rental-free shop="${id}"></rental-free>`;
  const visitor = await browser.newPage();
  await visitor.goto(home);
  await expect(visitor.getByText('3 bicycles are free')).toBeVisible();
  await visitor.goto(home.replace('127.0.0.1', 'localhost'));
  await expect(visitor.getByText('may not be shown on')).toBeVisible();
  await visitor.close();
  site.close();
});

const warrantyFlow = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:relata="urn:relata:bpmn:1" id="warranty-file" targetNamespace="warranty">
<bpmn:process id="warranty-check" name="Warranty check" isExecutable="true" relata:subject="warranty">
<bpmn:startEvent id="opened"><bpmn:conditionalEventDefinition id="when"><bpmn:extensionElements><relata:record entity="warranty" on="created updated"/></bpmn:extensionElements><bpmn:condition xsi:type="bpmn:tFormalExpression">$record.state = 'open'</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:startEvent>
<bpmn:userTask id="check-warranty" name="Check the warranty"/><bpmn:endEvent id="done"/>
<bpmn:sequenceFlow id="one" sourceRef="opened" targetRef="check-warranty"/><bpmn:sequenceFlow id="two" sourceRef="check-warranty" targetRef="done"/>
</bpmn:process></bpmn:definitions>`;
