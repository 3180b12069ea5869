/** A company on a server of its own: a data folder, the embedded PostgreSQL, the real process. */
import { rm } from 'node:fs/promises';
import { expect, type Browser, type Page } from '@playwright/test';
import { startRelata, type RelataProcess } from '../../support/relata-process.ts';
import { dataFolder } from './demo-folder.ts';

export interface Company {
  relata: RelataProcess;
  /** SIGKILL, then a start on the same folder. */
  killAndRestart(): Promise<void>;
  close(): Promise<void>;
}

/** The demo company, or with `RELATA_DEMO: '0'` one that begins with nothing. */
export async function openCompany(environment: Record<string, string> = {}): Promise<Company> {
  const folder = await dataFolder({ hasDemo: environment['RELATA_DEMO'] !== '0' });
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
