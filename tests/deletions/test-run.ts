import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A run that does not end has noticed something, too. */
const longest = { pure: 180_000, database: 1_800_000 };

export interface TestRun {
  root: string;
  config: keyof typeof longest;
  filters: readonly string[];
  /** Ends the run. */
  signal: AbortSignal;
}

/** Whether the tests that fit one of the filters pass. */
export async function testRun({ root, config, filters, signal }: TestRun): Promise<'passed' | 'failed'> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const args = [vitest, 'run', '--config', `${config}.config.ts`, ...filters];
  const run = spawn('nice', ['-n', '19', process.execPath, ...args], {
    cwd: root,
    stdio: 'ignore',
    timeout: longest[config],
  });
  const end = (): void => void run.kill();
  signal.addEventListener('abort', end);
  // The cast: what `exit` brings.
  const [status] = (await once(run, 'exit')) as [number | null];
  signal.removeEventListener('abort', end);
  return status === 0 ? 'passed' : 'failed';
}
