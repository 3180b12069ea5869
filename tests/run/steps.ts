import { rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { findBrowser } from '../../core/start/browser.mjs';
import { buildWeb } from '../../core/start/build-web.ts';
import { runCommand } from './command.ts';
import { countPlaywright, countVitest, failedFiles } from './counts.ts';
import { firstLoad, widgetWeights } from './first-load.ts';

export interface Outcome {
  passed: number;
  failed: number;
  /** What a reader needs when it failed. */
  output?: string;
  /** A figure or a remark for the table. */
  note?: string;
}

export interface Step {
  name: string;
  about: string;
  run(root: string): Promise<Outcome>;
}

/** Compressed JavaScript of the first page, in kB of 1000 bytes. */
const firstLoadBudget = 150;
/** The same of what other people's pages load. */
const widgetBudget = 30;

const cruise = '--config .dependency-cruiser.mjs core plugins web designer tests'.split(' ');

export const steps: readonly Step[] = [
  tool('format', 'every file is formatted', 'oxfmt', ['--check']),
  tool('lint', 'oxlint, with types', 'oxlint', ['--quiet']),
  tool('types', 'the TypeScript compiler', 'tsc', ['--noEmit']),
  tool('boundaries', 'who may import whom', 'depcruise', cruise),
  tool('unused', 'files, exports and dependencies that nothing uses', 'knip', ['--no-config-hints']),
  {
    name: 'web',
    about: `the web part builds, its first load is below ${firstLoadBudget} kB, each widget below ${widgetBudget} kB`,
    run: webBuild,
  },
  { name: 'unit', about: 'unit and integration tests on a real PostgreSQL', run: unitTests },
  { name: 'browser', about: 'tests in a browser, on a running server', run: browserTests },
];

function tool(name: string, about: string, command: string, args: string[]): Step {
  return {
    name,
    about,
    async run(root) {
      const { code, output } = await runCommand({ root, command, args });
      return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output };
    },
  };
}

/** More than these are no chance. */
const mostAgain = 3;

/** As in the browser, a file that fails has a second try, by itself: what needed it is told in the last table. */
async function unitTests(root: string): Promise<Outcome> {
  const report = join(root, 'test-results/vitest.json');
  const first = await runVitest(root, report);
  const { files, passed } = await failedFiles(report);
  if (files.length === 0 || files.length > mostAgain) return first;
  const names = files.map((file) => relative(root, file));
  console.log(`\nA second try of ${names.join(', ')}`);
  const second = await runVitest(root, report, names);
  return {
    passed: first.passed - passed + second.passed,
    failed: second.failed,
    note: `${names.join(', ')}${second.failed === 0 ? ' only' : ' not even'} at the second try`,
  };
}

async function runVitest(root: string, report: string, files: readonly string[] = []): Promise<Outcome> {
  const args = ['run', ...files, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  await rm(report, { force: true });
  const { code } = await runCommand({ root, command: 'vitest', args, isLive: true });
  return countVitest(report, code);
}

async function webBuild(root: string): Promise<Outcome> {
  try {
    await buildWeb(root);
    const size = await firstLoad(join(root, 'dist/web'));
    const widgets = await widgetWeights(join(root, 'dist/web/widgets'));
    const heavy = widgets.filter(({ kilobytes }) => kilobytes > widgetBudget);
    const weights = widgets.map(({ name, kilobytes }) => `${name} ${kilobytes.toFixed(1)} kB`);
    const first = `${size.kilobytes.toFixed(1)} kB in ${size.files.length} files, of ${firstLoadBudget} kB`;
    const failed = Number(size.kilobytes > firstLoadBudget) + heavy.length;
    const list = [...size.files, ...heavy].map(
      (file) => `${file.kilobytes.toFixed(1).padStart(8)} kB  ${file.name}`,
    );
    return {
      passed: 2 + widgets.length - failed,
      failed,
      note: [first, ...weights].join('; '),
      ...(failed > 0 && { output: list.join('\n') }),
    };
  } catch (error) {
    return {
      passed: 0,
      failed: 1,
      output: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

async function browserTests(root: string): Promise<Outcome> {
  const browser = findBrowser(root);
  if (!browser)
    return {
      passed: 0,
      failed: 1,
      output: 'No browser was found: install "chromium", or name one in RELATA_BROWSER.',
    };
  const report = join(root, 'test-results/playwright.json');
  await rm(report, { force: true });
  const { code } = await runCommand({
    root,
    command: 'playwright',
    args: ['test', '--config', 'tests/e2e/playwright.config.ts', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report, RELATA_BROWSER: browser },
    isLive: true,
  });
  return countPlaywright(report, code);
}
