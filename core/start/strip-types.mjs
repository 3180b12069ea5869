/**
 * Loaded before everything else (`--import`), in each thread: serves our TypeScript without its types from `dist/server`.
 * Node would remove them by itself, with a compiler in each thread that keeps 14 MB for as long as the thread lives. Here
 * a process of its own does it, once per change of the sources. Run by itself, this file is that process.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const self = fileURLToPath(import.meta.url);
const root = join(dirname(self), '../..');
const kept = join(root, 'dist/server');
const folders = ['core', 'plugins'];

function serveKept() {
  let isFilled = false;
  registerHooks({
    load(url, context, next) {
      const path = url.startsWith('file:') ? fileURLToPath(url) : '';
      if (!isOurs(path)) return next(url, context);
      const typed = readFileSync(path, 'utf8');
      let source = readKept(path, typed);
      if (source === undefined && !isFilled) {
        isFilled = true;
        spawnSync(process.execPath, [self], { stdio: 'ignore' });
        source = readKept(path, typed);
      }
      // Where nothing can be kept, or the file is newer than the start, it is Node's as ever.
      return source === undefined ? next(url, context) : { format: 'module', source, shortCircuit: true };
    },
  });
}

const isOurs = (path) => path.endsWith('.ts') && folders.includes(relative(root, path).split(sep)[0]);

const fileOf = (path) => join(kept, `${relative(root, path)}.js`);

/** Contents, not times: a clone has new times and the same files. */
const stampOf = (typed) => `\n// ${createHash('sha256').update(typed).digest('hex')}\n`;

function readKept(path, typed) {
  try {
    const source = readFileSync(fileOf(path), 'utf8');
    return source.endsWith(stampOf(typed)) ? source : undefined;
  } catch {
    return undefined;
  }
}

function keepAll() {
  for (const folder of folders)
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true, recursive: true }))
      if (entry.isFile() && /(?<!\.test|\.d)\.ts$/.test(entry.name)) keep(join(entry.parentPath, entry.name));
}

/** Types become spaces: lines and columns stay what they were. Two servers may write at the same time. */
function keep(path) {
  const typed = readFileSync(path, 'utf8');
  if (readKept(path, typed) !== undefined) return;
  const file = fileOf(path);
  const part = `${file}.${process.pid}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(part, stripTypeScriptTypes(typed) + stampOf(typed));
  renameSync(part, file);
}

if (process.argv[1] === self) keepAll();
else serveKept();
