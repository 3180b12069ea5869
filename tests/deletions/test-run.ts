import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** A run that does not end has noticed something, too. */
const longest = { pure: 180_000, database: 1_800_000 };

export interface TestRun {
  root: string;
  config: keyof typeof longest;
  filters: readonly string[];
}

/** Whether the tests that fit one of the filters pass. */
export const testRun = ({ root, config, filters }: TestRun): 'passed' | 'failed' => {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const args = [vitest, 'run', '--config', `${config}.config.ts`, ...filters];
  const { status } = spawnSync('nice', ['-n', '19', process.execPath, ...args], {
    cwd: root,
    stdio: 'ignore',
    timeout: longest[config],
  });
  return status === 0 ? 'passed' : 'failed';
};
