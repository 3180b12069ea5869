import type { Browser, Page } from '@playwright/test';
import { signedIn, type Company } from './company.ts';

const admin = { name: 'Robin Admin', email: 'robin@example.com', password: 'a long password' };

/** Makes the first administrator by API and signs in; the form itself is tested on the road. */
export async function asFirstAdministrator(browser: Browser, company: Company): Promise<Page> {
  const token = /one-time code: (\S+)/.exec(company.relata.output())?.[1];
  await company.relata.call('POST', '/api/setup', { token, ...admin });
  return signedIn(browser, company, admin);
}
