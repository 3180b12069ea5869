/**
 * Runs before `npm start` and `npm test`, on any Node from 20 on and without `node_modules`: so it is plain
 * JavaScript that imports nothing but Node. Installs packages when they do not match the lock file;
 * with `--browser` makes sure that there is a Chromium for the browser tests.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './browser.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const say = (sentence) => console.log(sentence);

if (!isInstalled()) install();
if (process.argv.includes('--browser')) ensureBrowser({ root, say });

/** npm writes `.package-lock.json` last: it is there, and agrees, only after a complete install. */
function isInstalled() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  if (!wanted || !present || !existsSync(join(root, 'node_modules/.bin/node'))) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    return present[path] ? present[path].version === version : optional === true;
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function install() {
  const began = Date.now();
  say('Installing packages: about a minute, only the first time and after an update …');
  npm('ci', '--include=dev');
  // A client that holds install scripts back leaves the pinned Node out: they are listed in package.json.
  if (!existsSync(join(root, 'node_modules/.bin/node'))) npm('rebuild', 'node');
  say(`Packages are installed (${Math.round((Date.now() - began) / 1000)} s).`);
}

function npm(...args) {
  const cli = process.env.npm_execpath;
  const isScript = cli !== undefined && /npm-cli\.c?js$/.test(cli);
  const [command, first] = isScript ? [process.execPath, [cli]] : ['npm', []];
  const done = spawnSync(command, [...first, ...args], { cwd: root, encoding: 'utf8' });
  if (done.status === 0) return;
  const lines = `${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}`.trimEnd().split('\n');
  console.error(lines.slice(-25).join('\n'));
  console.error(
    `\nThe packages could not be installed: "npm ${args.join(' ')}" failed, and its last lines are above. ` +
      'Check that this machine reaches a package registry and that this folder may be written, then start again.',
  );
  process.exit(1);
}
