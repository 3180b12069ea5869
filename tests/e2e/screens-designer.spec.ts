/**
 * What people see is changed in the browser: an administrator rearranges the page of a plugin's entity, looks at it
 * as a seller, saves; the seller sees it. A view is shared by role. What a removed field leaves behind is shown
 * broken, on a page that works.
 */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { signedIn, type Company } from './support/company.ts';
import { test } from './support/shared-company.ts';

const password = 'relata-demo';
let company: Company;
let admin: Page;
let seller: Page;
let deal: string;

test.beforeAll(async ({ browser, company: shared }) => {
  test.setTimeout(180_000);
  company = shared;
  const { relata } = company;
  await relata.call('POST', '/api/users', {
    name: 'Dora Dealer',
    email: 'dora@example.com',
    password,
    roles: ['sales.seller'],
  });
  const { items } = await relata.call<{ items: { id: string }[] }>('GET', '/api/users?search=Dora');
  await relata.call('POST', '/api/entities/opportunity/fields', {
    fields: { x_loss: { type: 'text', label: { en: 'Why lost', 'zh-CN': '输单原因' } } },
  });
  const made = await relata.call<{ id: string }>('POST', '/api/records/opportunity', {
    name: 'Lanterns for the quay',
    stage: 'lost',
    owner: items[0]!.id,
    x_loss: 'Too dear',
  });
  deal = `/r/opportunity/${made.id}`;
  admin = await signedIn(browser, company, { email: 'admin@relata.example', password });
  seller = await signedIn(browser, company, { email: 'dora@example.com', password });
});
test.afterAll(async () => {
  await admin?.context().close();
  await seller?.context().close();
});

const shown = (page: Page) => page.frameLocator('iframe').locator('rl-record-screen');

test('an administrator changes a page, looks at it as a seller, and the seller sees it', async () => {
  await admin.goto(deal);
  await admin.getByRole('button', { name: 'More actions', exact: true }).click();
  await admin.getByRole('menuitem', { name: 'Change this screen' }).click();
  await expect(shown(admin).getByRole('heading', { name: 'Lanterns for the quay', level: 2 })).toBeVisible();

  await test.step('a section with a condition, by keyboard', async () => {
    await admin.getByRole('tab', { name: 'Outline' }).click();
    await admin.getByRole('treeitem', { name: 'Side column' }).click();
    await admin.getByRole('tab', { name: 'Add' }).click();
    await admin.getByRole('button', { name: 'Section', exact: true }).press('Enter');
    await admin.getByRole('textbox', { name: 'Title' }).fill('Loss');
    const shownWhen = admin.getByRole('group', { name: 'Shown when' });
    await shownWhen.getByText('As an expression').click();
    const rule = shownWhen.getByRole('textbox', { name: 'Shown when' });
    await rule.fill('stage = ');
    await expect(admin.getByText('The expression ends too early')).toBeVisible();
    await rule.fill("stage = 'lost'");
    await expect(admin.getByText('true for Lanterns for the quay')).toBeVisible();
    await expect(shownWhen.getByRole('combobox', { name: 'Value' })).toHaveValue('lost');
    await admin.getByRole('button', { name: 'Why lost' }).press('Enter');
    await expect(shown(admin).getByRole('heading', { name: 'Loss' })).toBeVisible();
  });

  await test.step('a field is dragged, taken back, and done again', async () => {
    const names = shown(admin).locator('rl-parts[side] rl-facts').first().locator('rl-fact .label');
    await expect(names.first()).toHaveText('Name');
    const from = await names.filter({ hasText: /^\s*Stage\s*$/ }).boundingBox();
    const to = await names.nth(0).boundingBox();
    await admin.mouse.move(from!.x + 8, from!.y + 8);
    await admin.mouse.down();
    await admin.mouse.move(to!.x + 20, to!.y + 30, { steps: 5 });
    await admin.mouse.move(to!.x + 12, to!.y + 3, { steps: 5 });
    await admin.mouse.up();
    await expect(names.first()).toHaveText('Stage');
    await admin.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(names.first()).toHaveText('Name');
    await admin.getByRole('button', { name: 'Do again' }).click();
    await expect(names.first()).toHaveText('Stage');
  });

  await test.step('seen as a seller, on a phone, and saved', async () => {
    await admin.getByRole('button', { name: 'View as' }).click();
    await admin.getByRole('menuitemradio', { name: 'Seller', exact: true }).click();
    await expect(shown(admin).getByText('Too dear')).toBeVisible();
    await admin.getByRole('button', { name: 'On a phone' }).click();
    await expect(shown(admin).getByText('Too dear')).toBeAttached();
    await admin.getByRole('button', { name: 'On a phone' }).click();
    const { violations } = await new AxeBuilder({ page: admin }).withTags(['wcag2a', 'wcag2aa']).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);
    await admin.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(admin.getByText('Everybody sees it from now on')).toBeVisible();
  });

  await seller.goto(deal);
  await expect(seller.getByRole('heading', { name: 'Loss' })).toBeVisible();
  await expect(seller.getByText('Too dear')).toBeVisible();
  await seller.getByRole('button', { name: 'Change Stage' }).first().click();
  await seller.getByRole('combobox', { name: 'Stage' }).selectOption({ label: 'Prospecting' });
  await expect(seller.getByRole('heading', { name: 'Loss' })).toBeHidden();
});

test('a view is saved and shared with a role, which begins with it', async () => {
  await admin.goto('/r/opportunity/list');
  await admin.getByRole('button', { name: 'Display' }).click();
  await admin.getByRole('combobox', { name: 'Group by' }).selectOption({ label: 'Stage' });
  await admin.keyboard.press('Escape');
  await admin.getByRole('button', { name: 'Save as new view' }).click();
  await admin.getByRole('textbox', { name: 'Name' }).fill('By stage');
  await admin.getByRole('radio', { name: 'People with these roles' }).check();
  await admin.getByRole('checkbox', { name: 'Seller', exact: true }).check();
  await admin.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(admin.getByRole('button', { name: 'View: By stage' })).toBeVisible();

  await seller.goto('/r/opportunity/list');
  await seller.getByRole('button', { name: /^View:/ }).click();
  await seller.getByRole('menuitemradio', { name: 'By stage' }).click();
  await expect(seller).toHaveURL(/view=/);
  await seller.getByRole('button', { name: /^View:/ }).click();
  await seller.getByRole('menuitem', { name: 'Begin with this view' }).click();
  await seller.goto('/r/opportunity/list');
  await expect(seller.getByRole('button', { name: 'View: By stage' })).toBeVisible();
});

test('a dashboard is made from nothing', async () => {
  await admin.goto('/settings/screens');
  await admin.getByRole('button', { name: 'New screen' }).click();
  await admin.getByRole('textbox', { name: 'Name' }).fill('Sales today');
  await admin.getByRole('combobox', { name: 'Records of' }).selectOption({ label: 'Opportunities' });
  await admin.getByRole('button', { name: 'Create' }).click();
  for (const part of ['Number', 'Bar chart'])
    await admin.getByRole('button', { name: part, exact: true }).press('Enter');
  await admin.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(admin.getByText('Everybody sees it from now on')).toBeVisible();
  await seller.goto('/inbox');
  await seller.getByRole('link', { name: 'Sales today' }).click();
  await expect(seller.getByRole('heading', { name: 'Opportunities', exact: true })).toBeVisible();
  await expect(seller.getByRole('img', { name: 'Amount by Stage' })).toBeVisible();
});

test('what a removed field leaves behind is shown broken, and the page works', async () => {
  const change = [{ op: 'removeField', id: 'x_loss' }];
  await company.relata.call('POST', '/api/entities/opportunity/changes', {
    operations: change,
    isConfirmed: true,
  });
  await company.relata.call('PATCH', `/api/records/opportunity/${deal.split('/').at(-1)}`, { stage: 'lost' });
  await admin.goto(deal);
  await expect(admin.getByRole('heading', { name: 'Lanterns for the quay', level: 2 })).toBeVisible();
  await seller.goto(deal);
  await expect(seller.getByRole('heading', { name: 'Lanterns for the quay', level: 2 })).toBeVisible();
  await expect(seller.getByText('Too dear')).toHaveCount(0);
  await admin.goto('/settings/screens');
  await expect(admin.getByText('1 broken part')).toBeVisible();
  await admin.getByRole('link', { name: /Opportunity.*1 broken part/ }).click();
  await expect(admin.getByText('“Why lost” is no longer on the original')).toBeVisible();
  await admin.getByRole('button', { name: 'Discard this change' }).click();
  await admin.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(admin.getByText('Everybody sees it from now on')).toBeVisible();
});
