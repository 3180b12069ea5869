/** An import that is stopped and goes on, and whose rejected rows come down, are mended and go up again. */
import { readFile, writeFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { openCompany, signedIn, type Company } from './support/company.ts';

const administrator = { email: 'admin@relata.example', password: 'relata-demo' };
/** Takes some seconds on the fastest machine we know, so that a person is in time to stop it. */
const rows = 60_000;
/** Every so many rows one has an address that is none. */
const badEvery = 30_000;
const bad = rows / badEvery;

test.describe.configure({ mode: 'serial' });

let company: Company;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  company = await openCompany();
  page = await signedIn(browser, company, administrator);
});
test.afterAll(async () => {
  await page?.context().close();
  await company?.close();
});

async function file(): Promise<string> {
  const lines = ['Name,E-mail,City'];
  for (let row = 1; row <= rows; row++)
    lines.push(`Person ${row},${row % badEvery === 0 ? 'none' : `p${row}@load.example`},Loadtown`);
  const path = test.info().outputPath('people.csv');
  await writeFile(path, lines.join('\n'));
  return path;
}
const inTown = async (): Promise<number> => {
  const filter = encodeURIComponent('{"city":"Loadtown"}');
  const path = `/api/records/contact?count=exact&limit=1&filter=${filter}`;
  return (await company.relata.call<{ count: number }>('GET', path)).count;
};
const counted = async (name: string): Promise<number> => {
  const entry = page.locator('rl-import-run dl div').filter({ hasText: name }).locator('dd');
  return Number((await entry.textContent())!.replaceAll(/\D/g, ''));
};
const heading = (text: RegExp) => page.getByRole('heading', { name: text });

test('it stops when asked to, with exactly what it says it wrote, and goes on to the end', async () => {
  test.setTimeout(300_000);
  await page.goto('/import/contact');
  await page.locator('input[type=file]').setInputFiles(await file());
  await page.getByRole('button', { name: 'Check the rows' }).click();
  await page.getByRole('button', { name: 'Start the import' }).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(heading(/stands still/)).toBeVisible({ timeout: 60_000 });
  const created = await counted('New');
  expect(created).toBeLessThan(rows - bad);
  expect(await inTown()).toBe(created);
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(heading(/are imported/)).toBeVisible({ timeout: 240_000 });
  expect(await counted('New')).toBe(rows - bad);
  expect(await counted('Rejected')).toBe(bad);
  expect(await inTown()).toBe(rows - bad);
});

test('the rejected rows come down, are mended and go up again', async () => {
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download rejected rows' }).click();
  const text = await readFile(await (await coming).path(), 'utf8');
  expect(text.trim().split('\r\n')).toHaveLength(bad + 1);
  let mended = 0;
  const better = text.replaceAll(',none,', () => `,mended${++mended}@load.example,`);
  expect(mended).toBe(bad);
  await page
    .locator('rl-import-run input[type=file]')
    .setInputFiles({ name: 'mended.csv', mimeType: 'text/csv', buffer: Buffer.from(better) });
  await page
    .getByRole('button', { name: /^(Go on|Import)/ })
    .or(page.getByRole('button', { name: 'Check the rows' }))
    .first()
    .click();
  const start = page.getByRole('button', { name: /^Import [\d,]+ rows?$/ });
  const ended = heading(/are imported/);
  await expect(start.or(ended)).toBeVisible({ timeout: 60_000 });
  if (await start.isVisible()) await start.click();
  await expect(ended).toBeVisible({ timeout: 60_000 });
  expect(await counted('New')).toBe(bad);
  expect(await inTown()).toBe(rows);
});
