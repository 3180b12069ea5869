import { cpSync, globSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const prefix = 'relata-deletions-';

/** What the tests need, with configurations of their own. Its name says whose it is. */
export function copyOf(from: string): string {
  const to = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  for (const path of [
    'core',
    'plugins',
    'migrations',
    'tests/flows',
    'tests/support',
    'package.json',
    'tsconfig.json',
  ])
    cpSync(join(from, path), join(to, path), { recursive: true });
  symlinkSync(join(from, 'node_modules'), join(to, 'node_modules'));
  for (const config of ['pure', 'database'])
    cpSync(join(import.meta.dirname, `${config}.config.ts`), join(to, `${config}.config.ts`));
  return to;
}

export const removeCopy = (copy: string): void => rmSync(copy, { recursive: true, force: true });

/** Who was killed could not take its own away. */
export function removeLeft(): void {
  for (const path of globSync(join(tmpdir(), `${prefix}*`))) {
    const owner = Number(basename(path).slice(prefix.length).split('-')[0]);
    if (Number.isInteger(owner) && !isAlive(owner)) removeCopy(path);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's lives too.
    return (error as { code?: string }).code === 'EPERM';
  }
}
