/**
 * One demo company for the files that make what they look at: they move no clock, kill nothing, and leave the
 * administrator's page as they found it. What fails takes the worker with it, so the second try has a new company.
 */
import { test as base } from '@playwright/test';
import { openCompany, type Company } from './company.ts';

export const test = base.extend<object, { company: Company }>({
  company: [
    // The runner reads what a fixture needs from this pattern.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const company = await openCompany();
      await use(company);
      await company.close();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});
