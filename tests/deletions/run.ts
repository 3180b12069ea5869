/**
 * `npm run deletions -- [gone | idle] [part of a path …]`: takes the files of the flow engine away, one at a time and in a
 * copy, and runs the tests of elements, steps and deployment. A file that no test misses is a hole in the tests.
 * Each is taken away twice: `gone` throws wherever it is used, `idle` does nothing and lets tokens pass.
 */
import {
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { takeAway, ways } from './take-away.ts';
import { testRun } from './test-run.ts';

const root = join(import.meta.dirname, '../..');
const told = process.argv.slice(2);
const wanted = told.filter((word) => !ways.some((way) => way === word));
const tried = ways.filter((way) => !ways.some((one) => told.includes(one)) || told.includes(way));
const places = [
  'elements/**',
  'deploy/checks',
  'deploy/read',
  'deploy/translate',
  'step/commands',
  'step/timer',
];

const copy = copyOf(root);
process.once('exit', () => rmSync(copy, { recursive: true, force: true }));

const missed: string[] = [];
for (const file of files()) {
  const original = readFileSync(join(copy, file), 'utf8');
  for (const way of tried) {
    const replaced = takeAway({ file, source: original, way });
    if (replaced === null) continue;
    const kept = file.replace(/\.ts$/, '.kept.ts');
    writeFileSync(join(copy, kept), original);
    writeFileSync(join(copy, file), replaced);
    const noticed = noticedBy(file);
    if (!noticed) missed.push(`${file} (${way})`);
    console.log(`${noticed ? '✓' : '✗'} ${way}  ${file}  ${noticed ?? 'no test misses it'}`);
    rmSync(join(copy, kept));
  }
  writeFileSync(join(copy, file), original);
}
console.log(missed.length === 0 ? '\nEach file is missed.' : `\nMissed by nobody:\n${missed.join('\n')}`);
process.exit(missed.length === 0 ? 0 : 1);

/** The files that may be taken away; what holds types alone is none. */
function files(): string[] {
  return globSync(
    places.map((place) => `core/flow/${place}/*.ts`),
    { cwd: root },
  )
    .filter((file) => !file.endsWith('.test.ts') && wanted.every((part) => file.includes(part)))
    .toSorted();
}

/** Its own test first: it knows best. */
function noticedBy(file: string): string | null {
  const own = file.replace(/\.ts$/, '.test.ts');
  if (existsSync(join(copy, own)) && testRun(copy, [own]) === 'failed') return basename(own);
  return testRun(copy, ['core/flow']) === 'failed' ? 'other tests' : null;
}

/** What the pure tests need, with a configuration that opens no database. */
function copyOf(from: string): string {
  const to = mkdtempSync(join(tmpdir(), 'relata-deletions-'));
  for (const path of ['core', 'tests/flows', 'package.json', 'tsconfig.json'])
    cpSync(join(from, path), join(to, path), { recursive: true });
  symlinkSync(join(from, 'node_modules'), join(to, 'node_modules'));
  cpSync(join(import.meta.dirname, 'vitest.config.ts'), join(to, 'vitest.config.ts'));
  return to;
}
