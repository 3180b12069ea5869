import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A run that does not end has noticed something, too. */
const longest = { pure: 180_000, database: 1_800_000 };

export interface TestRun {
  root: string;
  config: keyof typeof longest;
  filters: readonly string[];
  /** Ends the run. */
  signal: AbortSignal;
}

/** The first test that failed, of those that fit one of the filters; null where all pass. */
export async function testRun({ root, config, filters, signal }: TestRun): Promise<string | null> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const told = join(root, 'told.json');
  const report = ['--reporter', 'json', '--outputFile', told];
  rmSync(told, { force: true });
  const run = spawn(
    'nice',
    ['-n', '19', process.execPath, vitest, 'run', '--config', `${config}.config.ts`, ...report, ...filters],
    { cwd: root, stdio: 'ignore', timeout: longest[config] },
  );
  const end = (): void => void run.kill();
  signal.addEventListener('abort', end);
  // The cast: what `exit` brings.
  const [status] = (await once(run, 'exit')) as [number | null];
  signal.removeEventListener('abort', end);
  if (status === 0) return null;
  return status === null || !existsSync(told) ? 'a run that did not end' : firstFailed(root, told);
}

interface Told {
  testResults: { name: string; status: string; assertionResults: { status: string; title: string }[] }[];
}

function firstFailed(root: string, path: string): string {
  // The cast: what Vitest writes.
  const { testResults } = JSON.parse(readFileSync(path, 'utf8')) as Told;
  const file = testResults.find(({ status }) => status === 'failed');
  const test = file?.assertionResults.find(({ status }) => status === 'failed');
  if (!file) return 'a run that broke off';
  return [relative(root, file.name), ...(test ? [test.title] : [])].join(' › ');
}
