/** The administrator's way from nothing to a running flow without a mouse: only keys are pressed here. */
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
  await expect(page.locator('rl-side-panel')).toHaveCount(0);
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

test('a record, and a flow that waits, asks and escalates, tried and deployed', async () => {
  await goByName(page, 'New: Lease');
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await type('Van');
  await to(/^State$/);
  await type('Active');
  await to(/^Ends$/);
  await type('12312030');
  await press('Control+Enter');
  await seen('Van is created');
  await goByName(page, 'Flows');
  await to(/^New flow$/);
  await press('Enter');
  await expect(page.getByRole('searchbox', { name: 'Find a flow to begin with' })).toBeFocused();
  await ask(/^Empty flow/);
  await type('Lease end');
  await to(/^About/);
  await type('Lease');
  await press('Shift+Tab', 'Enter');
  // Its page has the keyboard on the drawing.
  await onDrawing();
  await draw();
  await seen('No problems found while drawing');
  await to(/^Try it$/, 'Shift+Tab');
  await press('Enter');
  await to(/^Try it$/);
  await press('Enter');
  // The only record there is: its trial is opened at once.
  await seen('It ends at “Done”');
  await to(/^Deploy…$/, 'Shift+Tab');
  await press('Enter');
  await type('By keys alone.');
  await to(/^Deploy$/);
  await press('Enter');
  await seen('runs as version 1 from now on');
});

/** The keys go to the drawing again. */
const onDrawing = (): Promise<void> =>
  expect(page.getByRole('application', { name: /^Diagram of Lease end/ })).toBeFocused();

/** Adds a step behind the chosen one, and opens its settings. */
async function add(step: string): Promise<void> {
  await onDrawing();
  await press('a');
  await expect(page.locator('.djs-popup input')).toBeFocused();
  await type(step);
  await expect(page.locator('.djs-popup .entry.selected')).toContainText(step);
  await press('Enter', 'Enter');
}

async function draw(): Promise<void> {
  await press('Home', 'Enter');
  await to(/^Begins/);
  await type('When a record');
  await to(/^Add a condition$/);
  await press('Enter');
  await to(/^Field: /);
  await press('Enter');
  await type('state');
  await press('Enter');
  await to(/^Value$/);
  await type('Active');
  await press('Escape');
  await add('Wait for a time');
  await to(/^Kind of time$/);
  await type('Before');
  await to(/^How many$/);
  await press('Control+a');
  await type('30');
  await press('Tab');
  await seen('30 days before Ends');
  await press('Escape');
  await add('Ask a person');
  await to(/^Who/);
  await type('Owner');
  await press('Escape');
  await add('Deadline');
  await press('Escape');
  await add('Change a record');
  await to(/^Set a field …$/);
  await type('State');
  await to(/^State$/);
  await type('Escalated');
  await press('Escape', 'F2');
  await type('Escalate');
  await press('Enter');
  await connect('Done');
}

/** Leads from the chosen step to another that is there. */
async function connect(name: string): Promise<void> {
  await onDrawing();
  await press('c');
  await expect(page.getByText('Connect with')).toBeVisible();
  const chosen = page.locator('.djs-popup .entry.selected');
  for (let entries = await page.locator('.djs-popup .entry').count(); entries > 0; entries -= 1) {
    if ((await chosen.textContent())?.includes(name)) break;
    await press('ArrowDown');
  }
  await expect(chosen).toContainText(name);
  await press('Enter');
}
