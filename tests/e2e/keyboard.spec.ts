/** The administrator's way from nothing to an entity, a board and a role without a mouse: only keys are pressed here. */
import { expect, test, type Page } from '@playwright/test';
import { openCompany, signedIn, type Company } from './support/company.ts';
import { goByName, tabTo } from './support/keyboard.ts';

test.describe.configure({ mode: 'serial' });

let company: Company;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  company = await openCompany();
  page = await signedIn(browser, company, { email: 'admin@relata.example', password: 'relata-demo' });
});
test.afterAll(async () => {
  await page?.context().close();
  await company?.close();
});

const press = (...keys: string[]): Promise<void> =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
const type = (text: string): Promise<void> => page.keyboard.type(text);
const to = (name: RegExp, key?: string): Promise<void> => tabTo(page, name, key);
const seen = (text: string | RegExp): Promise<void> => expect(page.getByText(text).first()).toBeVisible();

/** Presses what opens a dialog, and waits for its first field. */
async function ask(name: RegExp): Promise<void> {
  await to(name);
  await press('Enter');
  await expect(page.locator('rl-dialog[open]').getByRole('textbox').first()).toBeFocused();
}

async function addField(label: string, kind: string, more?: () => Promise<void>): Promise<void> {
  await to(/^Add a field$/);
  await press('Enter');
  await expect(page.getByRole('textbox', { name: 'Label', exact: true })).toBeFocused();
  await type(label);
  await to(/^Type/);
  await type(kind);
  await more?.();
  await press('Control+Enter');
  await expect(page.locator('rl-side-panel')).toBeHidden();
}

test('an entity with fields, a board, and a role', async () => {
  await goByName(page, 'Entities');
  await ask(/^New entity$/);
  await type('Lease');
  await press('Enter');
  await seen('“Lease” is there');
  await addField('State', 'Choice', async () => {
    await to(/^Add an option$/);
    await press('Enter');
    await type('Active');
    await press('Enter');
    await type('Escalated');
  });
  await addField('Ends', 'Date');
  await addField('Days left', 'Formula', async () => {
    await to(/^Formula$/);
    await type('$days($today(), ends)');
    await to(/^Gives/);
    await type('Whole');
  });
  await goByName(page, 'Screens');
  await ask(/^New screen$/);
  await type('Lease desk');
  await to(/^Kind$/);
  await type('Board');
  await to(/^Records of$/);
  await type('Lease');
  await press('Enter');
  await to(/^Create$/);
  await press('Enter');
  await expect(page.getByRole('heading', { name: 'Lease desk', level: 1 })).toBeVisible();
  await to(/^Days left$/);
  await press('Enter', 'Control+s');
  await seen('Everybody sees it from now on');
  await goByName(page, 'Roles');
  await ask(/^New role$/);
  await type('Lease desk');
  await press('Enter');
  await seen('Click a cell to allow or withhold.');
  await to(/: See$/);
  await to(/^Lease: See$/, 'ArrowDown');
  await press('Space');
  await to(/^Lease$/, 'Shift+Tab');
  await press('Enter');
  await to(/^All$/);
  await press('ArrowRight');
  await to(/^Save role$/);
  await press('Enter');
  await seen('“Lease desk” is saved and counts now.');
});
