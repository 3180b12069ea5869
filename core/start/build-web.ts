/** Builds the browser part when its sources changed since the last build, so that `npm start` is all it takes. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface WebBuild {
  /** False when what was there is still right. */
  built: boolean;
  ms: number;
}

const sources = ['web', 'designer', 'plugins', 'vite.config.ts', 'package-lock.json'];

/** Needs the development packages only when something is stale: an image ships `dist/` without them. */
export async function buildWeb(root: string, onStart: () => void = () => {}): Promise<WebBuild> {
  const began = Date.now();
  if (!existsSync(join(root, 'web/index.html'))) return { built: false, ms: 0 };
  const stamp = await hashSources(root);
  if (await isFresh(root, stamp)) return { built: false, ms: Date.now() - began };
  onStart();
  await build(root);
  await mkdir(join(root, 'dist'), { recursive: true });
  await writeFile(stampFile(root), stamp);
  return { built: true, ms: Date.now() - began };
}

/** In a process of its own: the bundler keeps 300 MB for as long as its process lives. */
async function build(root: string): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const given = ['build', join(root, 'web'), '--config', join(root, 'vite.config.ts'), '--logLevel', 'warn'];
  await promisify(execFile)(process.execPath, [vite, ...given], { cwd: root });
}

const stampFile = (root: string): string => join(root, 'dist/web.stamp');

async function isFresh(root: string, stamp: string): Promise<boolean> {
  if (!existsSync(join(root, 'dist/web/index.html'))) return false;
  return (await readFile(stampFile(root), 'utf8').catch(() => '')) === stamp;
}

/** Contents, not times: a clone or a copied folder has new times and the same files. */
async function hashSources(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources)
    for (const path of await filesBelow(root, source)) {
      hash.update(path).update('\0');
      hash.update(await readFile(join(root, path))).update('\0');
    }
  return hash.digest('hex');
}

async function filesBelow(root: string, path: string): Promise<string[]> {
  const entries = await readdir(join(root, path), { withFileTypes: true, recursive: true }).catch(() => null);
  if (!entries) return existsSync(join(root, path)) ? [path] : [];
  return entries
    .filter((entry) => entry.isFile() && isBuilt(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((file) => !file.endsWith('.test.ts'))
    .sort();
}

/** Of a plugin only its own elements and widgets reach the browser. */
const isBuilt = (folder: string): boolean =>
  !folder.includes('/plugins/') || /\/plugins\/[^/]+\/(web|widgets)/.test(folder);
