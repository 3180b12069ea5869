import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** Files of the project: in the index, or new and not ignored. */
export const projectFiles = (): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => file !== '' && existsSync(join(root, file)));

export const readSource = (file: string): string => readFileSync(join(root, file), 'utf8');
export const readJson = (file: string): Record<string, string> =>
  // Locale files are flat; a test says so.
  JSON.parse(readSource(file)) as Record<string, string>;
