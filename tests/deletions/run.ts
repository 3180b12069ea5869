/**
 * `npm run deletions -- [gone | idle] [part of a path …]`: takes the files of the flow engine away, one at a time and in a
 * copy, and runs the tests of elements, steps and deployment; for what works on the database, all tests of flows on one.
 * A file that no test misses is a hole in the tests.
 * Each is taken away twice: `gone` throws wherever it is used, `idle` does nothing and lets tokens pass.
 */
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { copyOf, removeCopy, removeLeft } from './copy.ts';
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
/** Whatever the rest of these tests fail of, no file is to blame for. */
const all = 'core/flow';
const onDatabase = ['commands', 'migrate', 'operations/**', 'retention', 'shell/**', 'story', 'tasks'];

// Else nothing taken away would read as nothing missed.
if (files().length === 0)
  throw new Error(`No file of the flow engine has all of these in its path: ${wanted.join(' ')}`);

removeLeft();
const copy = copyOf(root);
process.once('exit', () => removeCopy(copy));
const stopping = new AbortController();
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.once(signal, () => stopping.abort(code));

for (const config of new Set(files().map(configOf))) await baseline(config);

const missed: string[] = [];
for (const file of files()) {
  const original = readFileSync(join(copy, file), 'utf8');
  for (const way of tried) {
    const replaced = takeAway({ file, source: original, way });
    if (replaced === null) continue;
    const kept = file.replace(/\.ts$/, '.kept.ts');
    writeFileSync(join(copy, kept), original);
    writeFileSync(join(copy, file), replaced);
    const noticed = await noticedBy(file);
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

async function baseline(config: Config): Promise<void> {
  const failed = await run(config, all);
  if (failed) throw new Error(`With nothing taken away, this fails already: ${failed}`);
}

/** The test that misses it. Its own first, then those that its folders are named after, then all beside it: they know best. */
async function noticedBy(file: string): Promise<string | null> {
  const config = configOf(file);
  const beside = `${dirname(file)}/`;
  const named = [file.replace(/\.ts$/, '.test.ts'), ...testsOfFolders(file)];
  const hasBeside = config === 'database' && globSync(`${beside}*.test.ts`, { cwd: copy }).length > 0;
  const filters = [
    ...named.filter((test) => existsSync(join(copy, test))),
    ...(hasBeside ? [beside] : []),
    all,
  ];
  for (const filter of filters) {
    const failed = await run(config, filter);
    if (failed) return failed;
  }
  return null;
}

/** Such as `shell/messages/messages.test.ts`, then `shell/shell.test.ts`. */
function testsOfFolders(file: string): string[] {
  const folder = dirname(file);
  return folder === all ? [] : [`${folder}/${basename(folder)}.test.ts`, ...testsOfFolders(folder)];
}

type Config = 'database' | 'pure';

function configOf(file: string): Config {
  return filesIn(onDatabase).includes(file) ? 'database' : 'pure';
}

/** The first that failed. Ends the process, once its tests have ended, where somebody wants that. */
async function run(config: Config, filter: string): Promise<string | null> {
  const { signal } = stopping;
  const failed = await testRun({ root: copy, config, filters: [filter], signal });
  if (signal.aborted) process.exit(Number(signal.reason));
  return failed;
}
