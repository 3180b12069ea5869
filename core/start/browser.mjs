/** Finds a Chromium, or gets one: the system's, Playwright's, a download of Playwright's, Debian's package. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser's path, or `null`. `RELATA_BROWSER` names one of your own. */
export function findBrowser(root = process.cwd()) {
  const own = process.env.RELATA_BROWSER;
  if (own) return own;
  for (const folder of (process.env.PATH ?? '').split(delimiter))
    for (const name of names) if (canRun(join(folder, name))) return join(folder, name);
  return downloaded(root);
}

export function ensureBrowser({ root, say }) {
  if (findBrowser(root)) return;
  say('No Chromium on this machine: getting one for the browser tests …');
  for (const attempt of [downloadBrowser, installPackage]) {
    attempt(root);
    const found = findBrowser(root);
    if (found) return say(`Chromium is ready: ${found}`);
  }
  say(
    'There is no Chromium to be had here, so the browser tests will fail. Install the package "chromium" of your ' +
      'system, or name a browser in RELATA_BROWSER.',
  );
}

function downloadBrowser(root) {
  const cli = join(root, 'node_modules/@playwright/test/cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { cwd: root, stdio: 'ignore', timeout: 300_000 });
}

function installPackage() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update'], options);
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], options);
}

/** Playwright keeps its browsers in a cache of its own and knows the path of the one that fits it. */
function downloaded(root) {
  try {
    const { chromium } = createRequire(join(root, 'package.json'))('@playwright/test');
    const path = chromium.executablePath();
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
