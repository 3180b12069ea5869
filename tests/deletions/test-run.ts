import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** A run that does not end has noticed something, too. */
const longest = 180_000;

/** Whether the tests that fit one of the filters pass. */
export const testRun = (root: string, filters: readonly string[]): 'passed' | 'failed' => {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const { status } = spawnSync('nice', ['-n', '19', process.execPath, vitest, 'run', ...filters], {
    cwd: root,
    stdio: 'ignore',
    timeout: longest,
  });
  return status === 0 ? 'passed' : 'failed';
};
