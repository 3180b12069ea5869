/** A company on a server of its own: an empty data folder, the embedded PostgreSQL, the real process. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Browser, type Page } from '@playwright/test';
import { startRelata, type RelataProcess } from '../../support/relata-process.ts';

export interface Company {
  relata: RelataProcess;
  /** SIGKILL, then a start on the same folder. */
  killAndRestart(): Promise<void>;
  close(): Promise<void>;
}

export async function openCompany(environment: Record<string, string> = {}): Promise<Company> {
  const folder = await mkdtemp(join(tmpdir(), 'relata-e2e-'));
  // PostgreSQL runs as another user when we are root, and must reach its own folder.
  await chmod(folder, 0o755);
  const start = (): Promise<RelataProcess> =>
    startRelata({ RELATA_DATA_DIR: folder, RELATA_TEST_CLOCK: '1', ...environment });
  const company: Company = {
    relata: await start(),
    killAndRestart: async () => {
      await company.relata.kill();
      company.relata = await start();
    },
    close: async () => {
      await company.relata.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return company;
}

export interface SignIn {
  email: string;
  password: string;
}

/** A page of a person's own, signed in through the form. */
export async function signedIn(
  browser: Browser,
  company: Company,
  { email, password }: SignIn,
): Promise<Page> {
  const context = await browser.newContext({ baseURL: company.relata.url, locale: 'en-US' });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  return page;
}
