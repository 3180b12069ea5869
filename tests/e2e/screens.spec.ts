/**
 * Every screen on the demo company: it loads without an error in the console, fits its window, and axe finds
 * nothing; in both languages, both themes, wide and on a phone. The pictures land in `test-results/screens`.
 */
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { signedIn, type Company } from './support/company.ts';
import { test } from './support/shared-company.ts';

const pictures = join(import.meta.dirname, '../../test-results/screens');
const administrator = { email: 'admin@relata.example', password: 'relata-demo' };

const wide = { width: 1360, height: 820 };
const phone = { width: 390, height: 844 };
const looks = [
  { name: 'en-light', locale: 'en', theme: 'light', size: wide },
  { name: 'zh-dark-phone', locale: 'zh-CN', theme: 'dark', size: phone },
  { name: 'zh-dark', locale: 'zh-CN', theme: 'dark', size: wide },
  { name: 'en-light-phone', locale: 'en', theme: 'light', size: phone },
] as const;
/** Both languages, themes and sizes, each on every other screen; `npm run screenshots` takes all four of all. */
const isWhole = process.env['RELATA_LOOKS'] === 'all';
const shown = isWhole ? looks : looks.slice(0, 2);

let company: Company;
let page: Page;
/** Screen name → path; those of one record are found in the demo's data. */
const screens = new Map([
  ['inbox', '/inbox'],
  ['board', '/r/opportunity/board'],
  ['list', '/r/account/list'],
  ['import', '/import/contact'],
  ['flows', '/flows'],
  ['instances', '/instances'],
  ['designer', '/flows/opportunity-follow-up'],
  ['people', '/settings/people'],
  ['entities', '/settings/entities'],
  ['company', '/settings/company'],
  ['jobs', '/jobs'],
  ['operations', '/operations'],
  ['outbox', '/outbox'],
  ['decisions', '/decisions'],
  ['reports', '/reports'],
  ['roles', '/settings/roles'],
  ['packs', '/settings/packs'],
  ['segments', '/r/segment/list'],
  ['dashboard', '/s/analytics.at-a-glance'],
  ['overview', '/s/analytics.sales-overview'],
  ['analyses', '/s/analytics.customers'],
  ['desk', '/s/service.desk'],
]);

test.beforeAll(async ({ browser, company: shared }) => {
  test.setTimeout(180_000);
  company = shared;
  page = await signedIn(browser, company, administrator);
  const instances = await company.relata.call<{
    items: { id: string; subject: { entity: string; id: string } }[];
  }>('GET', '/api/instances?flow=opportunity-follow-up&state=active&limit=1');
  const [instance] = instances.items;
  screens.set('instance', `/instances/${instance!.id}`);
  screens.set('record', `/r/${instance!.subject.entity}/${instance!.subject.id}`);
  const reports = await company.relata.call<{ items: { id: string }[] }>('GET', '/api/reports');
  screens.set('report', `/reports/${reports.items[0]!.id}`);
  const segments = await company.relata.call<{ items: { id: string }[] }>(
    'GET',
    '/api/records/segment?limit=1',
  );
  screens.set('segment', `/r/segment/${segments.items[0]!.id}`);
});
test.afterAll(async () => {
  await speak('en');
  await page?.context().close();
});

for (const [turn, look] of shown.entries())
  test(`every screen: ${look.name}`, async () => {
    test.setTimeout(300_000);
    await speak(look.locale);
    await page.emulateMedia({ colorScheme: look.theme });
    await page.setViewportSize(look.size);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const visited = [...screens].filter((_, index) => isWhole || index % shown.length === turn);
    for (const [name, path] of visited) await visit(`${look.name}-${name}`, path);
    expect(errors).toEqual([]);
  });

const speak = (locale: string) =>
  page.request.patch('/api/me', { data: { locale }, headers: { origin: company.relata.url } });

async function visit(name: string, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('main')).toBeVisible();
  // The live stream keeps the network busy for ever on some screens: what has not come by then is not waited for.
  await page.waitForLoadState('networkidle', { timeout: 800 }).catch(() => {});
  await expect(page.locator('rl-outlet > rl-empty'), `${name} leads nowhere`).toHaveCount(0);
  await page.screenshot({ path: join(pictures, `${name}.png`) });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(overflow, `${name} is wider than its window`).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const found = violations.map(
    (violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
  expect.soft(found, name).toEqual([]);
}
