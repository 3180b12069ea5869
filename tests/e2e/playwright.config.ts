import { defineConfig } from '@playwright/test';

const isRoot = process.getuid?.() === 0;

/** The longest ways through builders and plugins, whose parts other files go as well: `npm run journeys`. */
const journeys = ['warranty.spec.ts', 'lending.spec.ts', 'keyboard.spec.ts', 'story.spec.ts'];

/**
 * A file runs on a server of its own, or on the shared one of its worker. Two at a time: a page that waits for its server
 * leaves most of two cores idle, and one after the other took a third longer.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  testIgnore: process.env['RELATA_JOURNEYS'] === 'all' ? [] : journeys,
  globalSetup: './support/demo-folder.ts',
  workers: 2,
  fullyParallel: false,
  // A second try of the whole file, on a new server: what needed it is told in the last table.
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  outputDir: '../../test-results/browser',
  reporter: 'list',
  use: {
    viewport: { width: 1360, height: 820 },
    locale: 'en-US',
    // A new company takes over the zone of the browser that sets it up.
    timezoneId: 'UTC',
    trace: 'on-first-retry',
    actionTimeout: 15_000,
    launchOptions: {
      executablePath: process.env['RELATA_BROWSER'] ?? '/usr/bin/chromium',
      args: ['--disable-background-networking', '--disable-gpu', ...(isRoot ? ['--no-sandbox'] : [])],
    },
  },
});
