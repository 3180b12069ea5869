/** The rules of `.dependency-cruiser.mjs` catch what they forbid: each with a violation planted in a copy. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from './sources.ts';

/** A file, what it imports, and the rule that must speak. */
const planted: readonly [file: string, imports: string, rule: string][] = [
  ['core/entity/upward.ts', '../http/target.ts', 'core-entity-imports-only-below'],
  ['core/db/upward.ts', '../job/target.ts', 'core-db-imports-only-below'],
  ['core/access/upward.ts', '../entity/target.ts', 'core-access-imports-only-below'],
  ['core/flow/upward.ts', '../http/target.ts', 'core-flow-imports-only-below'],
  ['core/expression/outward.ts', '../db/target.ts', 'expression-imports-nothing-of-core'],
  ['core/flow/step/acts.ts', 'node:fs', 'flow-step-needs-no-machine'],
  ['core/flow/step/reads.ts', '../../db/target.ts', 'flow-step-is-pure'],
  ['core/job/composes.ts', '../boot.ts', 'only-the-start-composes'],
  ['plugins/one/deep.ts', '../../core/db/target.ts', 'plugins-import-only-the-core-index'],
  ['plugins/one/other.ts', '../two/secret.ts', 'plugins-import-only-the-core-index'],
  ['core/job/names.ts', '../../plugins/two/api.ts', 'core-knows-no-plugin'],
  ['web/server.ts', '../core/db/target.ts', 'browser-imports-no-server-code'],
  ['core/job/page.ts', '../../web/page.ts', 'server-imports-no-browser-code'],
  ['core/job/tested.ts', '../../tests/support/target.ts', 'only-tests-import-tests'],
  ['core/job/lost.ts', './nowhere.ts', 'everything-resolves'],
  ['core/job/circle-a.ts', './circle-b.ts', 'no-circles'],
  ['core/job/bundler.ts', 'vite', 'shipped-code-needs-no-development-package'],
];

const allowed: readonly [file: string, imports: string][] = [
  ['plugins/one/right.ts', '../../core/index.ts'],
  ['plugins/one/neighbour.ts', '../two/api.ts'],
  ['core/http/downward.ts', '../entity/target.ts'],
  ['core/access/downward.ts', '../db/target.ts'],
];

const targets = [
  'core/index.ts',
  'core/boot.ts',
  'core/db/target.ts',
  'core/job/target.ts',
  'core/entity/target.ts',
  'core/http/target.ts',
  'plugins/two/api.ts',
  'plugins/two/secret.ts',
  'web/page.ts',
  'designer/page.ts',
  'tests/support/target.ts',
];

let copy: string;
let violations: { from: string; rule: { name: string } }[];

const plant = async (file: string, text: string): Promise<void> => {
  await mkdir(dirname(join(copy, file)), { recursive: true });
  await writeFile(join(copy, file), text);
};

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'relata-boundaries-'));
  for (const file of ['.dependency-cruiser.mjs', 'tsconfig.json', 'package.json'])
    await cp(join(root, file), join(copy, file));
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const file of targets) await plant(file, 'export const target = 1;\n');
  for (const [file, imports] of [...planted, ...allowed]) await plant(file, `import '${imports}';\n`);
  await plant('core/job/circle-b.ts', `import './circle-a.ts';\n`);
  violations = await cruise(copy);
});

afterAll(() => rm(copy, { recursive: true, force: true }));

test.each(planted)('%s must not import %s', (file, _imports, rule) => {
  expect(violations.filter(({ from }) => from === file).map((violation) => violation.rule.name)).toContain(
    rule,
  );
});

test.each(allowed)('%s may import %s', (file) => {
  expect(violations.filter(({ from }) => from === file)).toEqual([]);
});

/** The tool exits with 1 when it finds something, and with its report all the same. */
async function cruise(cwd: string): Promise<typeof violations> {
  const command = join(root, 'node_modules/.bin/depcruise');
  const args = '--config .dependency-cruiser.mjs --output-type json core plugins web designer tests'.split(
    ' ',
  );
  const run = promisify(execFile)(process.execPath, [command, ...args], { cwd, maxBuffer: 64_000_000 });
  const output = await run.catch((error: { stdout: string }) => error);
  const report = JSON.parse(output.stdout) as { summary: { violations: typeof violations } };
  return report.summary.violations;
}
