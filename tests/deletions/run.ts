/**
 * `npm run deletions -- [gone | idle] [part of a path …]`: takes the files of the flow engine away, one at a time and in a
 * copy, and runs the tests of elements, steps and deployment; for what works on the database, all tests of flows on one.
 * A file that no test misses is a hole in the tests.
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
import { basename, dirname, join } from 'node:path';
import { takeAway, ways } from './take-away.ts';
import { testRun } from './test-run.ts';

const root = join(import.meta.dirname, '../..');
const told = process.argv.slice(2);
const wanted = told.filter((word) => !ways.some((way) => way === word));
const tried = ways.filter((way) => !ways.some((one) => told.includes(one)) || told.includes(way));
/** What is pure, and is missed by tests that take seconds. */
const pure = [
  'elements/**',
  'deploy/checks',
  'deploy/read',
  'deploy/translate',
  'step/commands',
  'step/timer',
];
const onDatabase = ['commands', 'migrate', 'operations/**', 'retention', 'shell/**', 'story', 'tasks'];

// Else nothing taken away would read as nothing missed.
if (files().length === 0)
  throw new Error(`No file of the flow engine has all of these in its path: ${wanted.join(' ')}`);

const copy = copyOf(root);
process.once('exit', () => rmSync(copy, { recursive: true, force: true }));

const whole = files().some((file) => filesIn(onDatabase).includes(file)) ? 'database' : 'pure';
const first = whole === 'database' ? 'core/flow/retention/' : 'core/flow/elements/';
if (testRun({ root: copy, config: whole, filters: [first] }) === 'failed')
  throw new Error(`With nothing taken away, tests in ${first} fail already.`);

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
  return filesIn([...pure, ...onDatabase])
    .filter((file) => !file.endsWith('.test.ts') && wanted.every((part) => file.includes(part)))
    .toSorted();
}

function filesIn(places: readonly string[]): string[] {
  return globSync(
    places.map((place) => `core/flow/${place}/*.ts`),
    { cwd: root },
  );
}

/** Its own test first, then those beside it: they know best. */
function noticedBy(file: string): string | null {
  const config = filesIn(onDatabase).includes(file) ? 'database' : 'pure';
  const own = file.replace(/\.ts$/, '.test.ts');
  const beside = `${dirname(file)}/`;
  const isMissedBy = (filter: string): boolean =>
    testRun({ root: copy, config, filters: [filter] }) === 'failed';
  if (existsSync(join(copy, own)) && isMissedBy(own)) return basename(own);
  const hasBeside = globSync(`${beside}*.test.ts`, { cwd: copy }).length > 0;
  if (config === 'database' && hasBeside && isMissedBy(beside)) return beside;
  return isMissedBy('core/flow') ? 'other tests' : null;
}

/** What the tests need, with configurations of their own. */
function copyOf(from: string): string {
  const to = mkdtempSync(join(tmpdir(), 'relata-deletions-'));
  for (const path of ['core', 'migrations', 'tests/flows', 'tests/support', 'package.json', 'tsconfig.json'])
    cpSync(join(from, path), join(to, path), { recursive: true });
  symlinkSync(join(from, 'node_modules'), join(to, 'node_modules'));
  for (const config of ['pure', 'database'])
    cpSync(join(import.meta.dirname, `${config}.config.ts`), join(to, `${config}.config.ts`));
  return to;
}
